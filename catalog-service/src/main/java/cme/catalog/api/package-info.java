/// The description of the API, and the answers that are open to all.
@NullMarked
package cme.catalog.api;

import org.jspecify.annotations.NullMarked;
