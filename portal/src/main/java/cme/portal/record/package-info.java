/// The board's record of a diplomate: cycle, pathways, tracer procedures and decisions, each change
/// with its reason, shown before it is recorded, and to be taken back.
@NullMarked
package cme.portal.record;

import org.jspecify.annotations.NullMarked;
