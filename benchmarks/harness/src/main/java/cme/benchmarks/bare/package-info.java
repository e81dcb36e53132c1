/// References that read and write what the services do, and think nothing of it.
@NullMarked
package cme.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
