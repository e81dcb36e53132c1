/// Real Kafka brokers (KRaft), one or three, each in a JVM of its own.
@NullMarked
package cme.stack.kafka;

import org.jspecify.annotations.NullMarked;
