/// What every service describes alike in its OpenAPI document.
@NullMarked
package cme.chassis.description;

import org.jspecify.annotations.NullMarked;
