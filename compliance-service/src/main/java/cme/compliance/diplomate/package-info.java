/// Who a diplomate is to this service: an id, a lock, and who may ask.
@NullMarked
package cme.compliance.diplomate;

import org.jspecify.annotations.NullMarked;
