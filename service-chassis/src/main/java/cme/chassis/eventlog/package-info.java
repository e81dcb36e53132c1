/// The event log: an event is written in the transaction of its change, and a publisher sends the
/// log to Kafka in order.
@NullMarked
package cme.chassis.eventlog;

import org.jspecify.annotations.NullMarked;
