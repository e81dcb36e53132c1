package cme.benchmarks.measure;

import cme.benchmarks.result.Figure;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;

import java.util.List;

/// One row of the table.
public interface Measurement {
    /// The name on the command line.
    String name();

    /// Measures, and leaves the stack as it was found: running and idle.
    List<Figure> run(BenchmarkStack rig, Dataset data);
}
