/// Which two numbers turned out to be one person, and what follows for what they have completed.
@NullMarked
package cme.credit.merge;

import org.jspecify.annotations.NullMarked;
