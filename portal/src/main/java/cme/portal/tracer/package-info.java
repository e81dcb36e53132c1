/// The approved educational activities aligned with tracer procedures, as the board's page lists
/// them.
@NullMarked
package cme.portal.tracer;

import org.jspecify.annotations.NullMarked;
