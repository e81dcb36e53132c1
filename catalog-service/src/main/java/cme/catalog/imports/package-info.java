/// Takes thousands of activities from an export of another directory, row by row.
@NullMarked
package cme.catalog.imports;

import org.jspecify.annotations.NullMarked;
