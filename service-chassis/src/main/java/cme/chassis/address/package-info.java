/// Web addresses that others send, and which of them lead into the public internet.
@NullMarked
package cme.chassis.address;

import org.jspecify.annotations.NullMarked;
