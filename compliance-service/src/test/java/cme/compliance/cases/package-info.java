/// The table of assessment cases, read so that the pure core and the running system can be driven
/// by the same file.
@NullMarked
package cme.compliance.cases;

import org.jspecify.annotations.NullMarked;
