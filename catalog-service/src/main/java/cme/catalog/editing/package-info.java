/// Proposes, describes, approves and retires single activities.
@NullMarked
package cme.catalog.editing;

import org.jspecify.annotations.NullMarked;
