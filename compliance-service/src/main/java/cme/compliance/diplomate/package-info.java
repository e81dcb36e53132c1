/// Locks diplomates, and defines how a change has them assessed.
@NullMarked
package cme.compliance.diplomate;

import org.jspecify.annotations.NullMarked;
