/// Keeps the words by which activities are found up to date.
@NullMarked
package cme.catalog.words;

import org.jspecify.annotations.NullMarked;
