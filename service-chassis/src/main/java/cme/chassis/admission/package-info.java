/// How much a service takes on at once: what is too much is refused at the door, quickly.
@NullMarked
package cme.chassis.admission;

import org.jspecify.annotations.NullMarked;
