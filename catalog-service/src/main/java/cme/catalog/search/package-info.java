/// Finds activities by words and filters, in an order that helps.
@NullMarked
package cme.catalog.search;

import org.jspecify.annotations.NullMarked;
