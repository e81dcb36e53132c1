/// Applies events from Kafka: an event, its effect and its offset are one transaction, so that
/// every event takes effect exactly once.
@NullMarked
package cme.chassis.projector;

import org.jspecify.annotations.NullMarked;
