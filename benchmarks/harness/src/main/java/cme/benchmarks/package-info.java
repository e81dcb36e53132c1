/// `./cme bench`: measures the running system next to references, in the same run.
@NullMarked
package cme.benchmarks;

import org.jspecify.annotations.NullMarked;
