/// The one way to put reference data, such as a provider: it is added, changed, or kept as it is.
@NullMarked
package cme.catalog.reference;

import org.jspecify.annotations.NullMarked;
