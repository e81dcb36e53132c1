/// What is held on one person, its erasure, and the end of what was posted with settled rows.
@NullMarked
package cme.credit.privacy;

import org.jspecify.annotations.NullMarked;
