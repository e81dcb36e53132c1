/// Connects to Kafka and creates the topics of the service.
@NullMarked
package cme.chassis.kafka;

import org.jspecify.annotations.NullMarked;
