/// Proposes, edits, approves and retires single activities for those who may.
@NullMarked
package cme.catalog.editing;

import org.jspecify.annotations.NullMarked;
