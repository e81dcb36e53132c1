/// Serves the guide to the API and the list of problems.
@NullMarked
package cme.chassis.guide;

import org.jspecify.annotations.NullMarked;
