/// Walks every operation of a service as everybody, and compares with who may.
@NullMarked
package cme.stack.test.access;

import org.jspecify.annotations.NullMarked;
