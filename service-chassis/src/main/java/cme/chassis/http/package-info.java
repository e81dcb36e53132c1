/// HTTP in every service: admission, the caller, entity tags and preconditions, pages, and the
/// description of the API.
@NullMarked
package cme.chassis.http;

import org.jspecify.annotations.NullMarked;
