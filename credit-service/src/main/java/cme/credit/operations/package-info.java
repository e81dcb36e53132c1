/// Operations on the copy of the catalog and on the topic of the service: rebuild, dead letters,
/// replay.
@NullMarked
package cme.credit.operations;

import org.jspecify.annotations.NullMarked;
