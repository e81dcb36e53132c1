/// Tries every operation of a service as every kind of caller and compares the answers with a table
/// of roles.
@NullMarked
package cme.test.access;

import org.jspecify.annotations.NullMarked;
