/// Finds activities by words and filters; those that can be counted on come first.
@NullMarked
package cme.catalog.search;

import org.jspecify.annotations.NullMarked;
