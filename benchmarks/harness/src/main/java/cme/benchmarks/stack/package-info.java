/// The stack that is measured, the reference application, the data, and the load generators.
@NullMarked
package cme.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
