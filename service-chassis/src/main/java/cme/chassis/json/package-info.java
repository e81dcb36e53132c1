/// Strict reading of requests: nothing unknown is ignored and every mistake is reported, not the
/// first.
@NullMarked
package cme.chassis.json;

import org.jspecify.annotations.NullMarked;
