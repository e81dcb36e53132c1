/// Follows merges of numbers: the one that remains takes over the record of the other one.
@NullMarked
package cme.compliance.merge;

import org.jspecify.annotations.NullMarked;
