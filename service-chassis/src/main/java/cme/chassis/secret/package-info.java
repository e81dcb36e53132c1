/// Values that are stored encrypted, and the keys that open them.
@NullMarked
package cme.chassis.secret;

import org.jspecify.annotations.NullMarked;
