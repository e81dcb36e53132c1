/// Reads request bodies strictly: JSON, and tables row by row. Nothing unknown is ignored, and all
/// violations are reported, not only the first.
@NullMarked
package cme.chassis.json;

import org.jspecify.annotations.NullMarked;
