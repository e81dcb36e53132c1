/// How a service starts, and what it says when it cannot.
@NullMarked
package cme.chassis.launch;

import org.jspecify.annotations.NullMarked;
