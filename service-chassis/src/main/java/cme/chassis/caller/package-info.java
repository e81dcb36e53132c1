/// Who is calling, as the bearer token says.
@NullMarked
package cme.chassis.caller;

import org.jspecify.annotations.NullMarked;
