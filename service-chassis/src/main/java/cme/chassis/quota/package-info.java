/// Counts what callers ask, over all instances, and refuses what is too much.
@NullMarked
package cme.chassis.quota;

import org.jspecify.annotations.NullMarked;
