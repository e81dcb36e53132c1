/// The measurements, one a row of the table.
@NullMarked
package cme.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
