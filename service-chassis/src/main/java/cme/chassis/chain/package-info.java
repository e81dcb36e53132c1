/// A hash chain beside the event log, signed from time to time, and the check of everything against
/// it.
@NullMarked
package cme.chassis.chain;

import org.jspecify.annotations.NullMarked;
