/// What is measured on: the stack, the reference application, the data, and the load generators.
@NullMarked
package cme.benchmarks.rig;

import org.jspecify.annotations.NullMarked;
