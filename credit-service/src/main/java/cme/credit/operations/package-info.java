/// Keeps the copy of the catalog and the own topic in order: rebuild, dead letters, replay.
@NullMarked
package cme.credit.operations;

import org.jspecify.annotations.NullMarked;
