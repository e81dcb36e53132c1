/// Traces a request through the event log, Kafka and the projections.
@NullMarked
package cme.chassis.tracing;

import org.jspecify.annotations.NullMarked;
