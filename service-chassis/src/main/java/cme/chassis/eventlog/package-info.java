/// A change and the event that tells of it are one transaction; a publisher brings the log to Kafka
/// in order.
@NullMarked
package cme.chassis.eventlog;

import org.jspecify.annotations.NullMarked;
