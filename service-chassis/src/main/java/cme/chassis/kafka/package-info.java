/// How a service reaches Kafka and makes sure of its topics.
@NullMarked
package cme.chassis.kafka;

import org.jspecify.annotations.NullMarked;
