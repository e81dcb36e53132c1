/// Health checks and metrics of a service.
@NullMarked
package cme.chassis.health;

import org.jspecify.annotations.NullMarked;
