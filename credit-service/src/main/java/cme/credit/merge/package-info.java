/// Merges of diplomates who turned out to be one person, and their withdrawal.
@NullMarked
package cme.credit.merge;

import org.jspecify.annotations.NullMarked;
