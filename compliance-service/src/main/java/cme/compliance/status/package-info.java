/// Answers how ready a diplomate is, on any day and as known at any instant.
@NullMarked
package cme.compliance.status;

import org.jspecify.annotations.NullMarked;
