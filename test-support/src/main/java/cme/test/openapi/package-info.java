/// Checks the OpenAPI documents by the specification's own schema, and by every answer that a test
/// receives.
@NullMarked
package cme.test.openapi;

import org.jspecify.annotations.NullMarked;
