/// Single resources carry an ETag, and nobody overwrites what they have not seen.
@NullMarked
package cme.chassis.etag;

import org.jspecify.annotations.NullMarked;
