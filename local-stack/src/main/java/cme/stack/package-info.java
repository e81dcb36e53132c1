/// Everything on one machine: starts, watches and stops PostgreSQL, Kafka and the three services.
@NullMarked
package cme.stack;

import org.jspecify.annotations.NullMarked;
