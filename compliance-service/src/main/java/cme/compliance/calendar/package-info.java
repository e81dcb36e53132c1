/// Gives the deadlines of a diplomate to calendar programs.
@NullMarked
package cme.compliance.calendar;

import org.jspecify.annotations.NullMarked;
