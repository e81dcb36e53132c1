/// Operations on the copies of other services' data and on the topic of the service: rebuild, dead
/// letters, replay.
@NullMarked
package cme.compliance.operations;

import org.jspecify.annotations.NullMarked;
