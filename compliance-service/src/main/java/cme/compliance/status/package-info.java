/// The answer of this service: how ready a diplomate is, on any day, as known at any moment.
@NullMarked
package cme.compliance.status;

import org.jspecify.annotations.NullMarked;
