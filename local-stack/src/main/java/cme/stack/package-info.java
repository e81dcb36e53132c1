/// Starts, watches and stops PostgreSQL, Kafka, the services and the portal on one machine.
@NullMarked
package cme.stack;

import org.jspecify.annotations.NullMarked;
