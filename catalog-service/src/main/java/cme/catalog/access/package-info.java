/// The roles of the catalog's users.
@NullMarked
package cme.catalog.access;

import org.jspecify.annotations.NullMarked;
