/// The status that a surgeon would have with activities that are not completed yet. Nothing is
/// recorded.
@NullMarked
package cme.portal.whatif;

import org.jspecify.annotations.NullMarked;
