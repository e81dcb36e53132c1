/// The clock is an argument: whoever needs the time is given it.
@NullMarked
package cme.chassis.time;

import org.jspecify.annotations.NullMarked;
