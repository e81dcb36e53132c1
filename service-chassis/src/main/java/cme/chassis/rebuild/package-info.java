/// Rebuilds the tables of projections from their topics, while the old tables stay in use.
@NullMarked
package cme.chassis.rebuild;

import org.jspecify.annotations.NullMarked;
