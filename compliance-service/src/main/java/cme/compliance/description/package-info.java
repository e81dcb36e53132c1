/// What the OpenAPI description says of every operation in the same way.
@NullMarked
package cme.compliance.description;

import org.jspecify.annotations.NullMarked;
