/// Disks that are full: told in the log and by readiness until there is room again.
@NullMarked
package cme.chassis.disk;

import org.jspecify.annotations.NullMarked;
