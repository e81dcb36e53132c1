/// Records who looked at whose data.
@NullMarked
package cme.chassis.access;

import org.jspecify.annotations.NullMarked;
