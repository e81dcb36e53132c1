/// Decides which diplomate a caller may ask about, and who may record.
@NullMarked
package cme.compliance.access;

import org.jspecify.annotations.NullMarked;
