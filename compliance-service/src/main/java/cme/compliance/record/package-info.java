/// What the board records about a diplomate: cycle, tracers, pathways, decisions, each kept as
/// revisions for ever.
@NullMarked
package cme.compliance.record;

import org.jspecify.annotations.NullMarked;
