/// What keeps the own topic in order: replay.
@NullMarked
package cme.catalog.operations;

import org.jspecify.annotations.NullMarked;
