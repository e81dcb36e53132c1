/// What the OpenAPI description of every service says in the same way.
@NullMarked
package cme.chassis.openapi;

import org.jspecify.annotations.NullMarked;
