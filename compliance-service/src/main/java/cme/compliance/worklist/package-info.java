/// Lists and counts the statuses of all diplomates.
@NullMarked
package cme.compliance.worklist;

import org.jspecify.annotations.NullMarked;
