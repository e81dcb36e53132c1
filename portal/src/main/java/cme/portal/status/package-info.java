/// Where a surgeon stands: what is met, what is open, by when, and what counted or did not and why.
@NullMarked
package cme.portal.status;

import org.jspecify.annotations.NullMarked;
