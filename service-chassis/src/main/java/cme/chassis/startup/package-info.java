/// Starts a service: the clock, the checks of its settings, and the messages when it cannot start.
@NullMarked
package cme.chassis.startup;

import org.jspecify.annotations.NullMarked;
