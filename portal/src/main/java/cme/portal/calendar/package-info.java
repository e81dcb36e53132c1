/// The deadlines as a calendar: a file, and addresses that calendar programs subscribe to.
@NullMarked
package cme.portal.calendar;

import org.jspecify.annotations.NullMarked;
