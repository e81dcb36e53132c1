/// Journeys through the portal in a real browser, on the whole system.
@NullMarked
package cme.system.portal;

import org.jspecify.annotations.NullMarked;
