/// Starts, watches and stops PostgreSQL, Kafka and the three services on one machine.
@NullMarked
package cme.stack;

import org.jspecify.annotations.NullMarked;
