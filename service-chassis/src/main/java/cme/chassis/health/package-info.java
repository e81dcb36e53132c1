/// Whether a service lives, is ready, and how far it is behind.
@NullMarked
package cme.chassis.health;

import org.jspecify.annotations.NullMarked;
