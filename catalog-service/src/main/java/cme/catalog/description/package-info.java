/// What the OpenAPI description says in the same way of every operation.
@NullMarked
package cme.catalog.description;

import org.jspecify.annotations.NullMarked;
