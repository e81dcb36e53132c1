/// Follows a request to where it takes effect: through the event log, Kafka and a projection.
@NullMarked
package cme.chassis.tracing;

import org.jspecify.annotations.NullMarked;
