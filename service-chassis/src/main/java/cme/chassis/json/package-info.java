/// Request bodies: JSON and tables are read strictly, large ones row by row from disk. Nothing
/// unknown is ignored, and every mistake is reported, not only the first.
@NullMarked
package cme.chassis.json;

import org.jspecify.annotations.NullMarked;
