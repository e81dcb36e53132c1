/// A real Kafka broker of one node (KRaft) in a JVM of its own.
@NullMarked
package cme.stack.kafka;

import org.jspecify.annotations.NullMarked;
