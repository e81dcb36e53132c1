/// Decides what a caller may do, by role and by ownership; nothing is allowed unless granted here.
@NullMarked
package cme.credit.access;

import org.jspecify.annotations.NullMarked;
