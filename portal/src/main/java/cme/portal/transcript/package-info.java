/// The record of everything that was completed, to read, to print, and to be checked by others.
@NullMarked
package cme.portal.transcript;

import org.jspecify.annotations.NullMarked;
