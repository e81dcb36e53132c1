/// Results and how they are shown.
@NullMarked
package cme.benchmarks.result;

import org.jspecify.annotations.NullMarked;
