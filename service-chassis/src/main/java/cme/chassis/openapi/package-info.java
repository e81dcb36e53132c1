/// Describes in the OpenAPI document what holds for every operation of every service, so that a
/// resource says only what is its own.
@NullMarked
package cme.chassis.openapi;

import org.jspecify.annotations.NullMarked;
