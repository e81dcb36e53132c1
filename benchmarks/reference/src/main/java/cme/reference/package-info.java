/// The least that a service with the same extensions, token check and database can do. Nothing here
/// is of the measured services, so that it shows what their own code costs.
@NullMarked
package cme.reference;

import org.jspecify.annotations.NullMarked;
