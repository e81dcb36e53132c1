/// What keeps the copies of other services' data and the own topic in order: rebuild, dead letters,
/// replay.
@NullMarked
package cme.compliance.operations;

import org.jspecify.annotations.NullMarked;
