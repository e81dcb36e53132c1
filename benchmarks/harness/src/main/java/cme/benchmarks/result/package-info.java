/// What was measured, and how it is shown.
@NullMarked
package cme.benchmarks.result;

import org.jspecify.annotations.NullMarked;
