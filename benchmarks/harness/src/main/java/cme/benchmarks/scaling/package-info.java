/// Measures what one item costs with a tenth of a board's diplomates and with all of them, by hand:
/// it takes hours.
@NullMarked
package cme.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
