/// The three services together, as real processes on a real PostgreSQL and Kafka, seen from
/// outside.
@NullMarked
package cme.system;

import org.jspecify.annotations.NullMarked;
