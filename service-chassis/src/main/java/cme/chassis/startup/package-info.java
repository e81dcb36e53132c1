/// How a service starts: its clock, its settings and their bounds, and what it says when it cannot
/// start.
@NullMarked
package cme.chassis.startup;

import org.jspecify.annotations.NullMarked;
