/// Imports activities in bulk, for example from an export of a directory.
@NullMarked
package cme.catalog.directory;

import org.jspecify.annotations.NullMarked;
