/// Checks the OpenAPI documents by the specification's own schema.
@NullMarked
package cme.test.openapi;

import org.jspecify.annotations.NullMarked;
