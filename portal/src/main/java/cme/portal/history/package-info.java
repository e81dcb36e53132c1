/// The history of a diplomate: each fact with the instant when it became known, and how the
/// standing changed by it.
@NullMarked
package cme.portal.history;

import org.jspecify.annotations.NullMarked;
