/// What became known about a diplomate and when, and how the standing changed by it.
@NullMarked
package cme.portal.history;

import org.jspecify.annotations.NullMarked;
