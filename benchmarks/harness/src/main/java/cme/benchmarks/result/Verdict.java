package cme.benchmarks.result;

import java.util.Locale;

/// Whether a ratio reaches its aim.
public enum Verdict {
    REACHED,
    MISSED,
    /// The ratio says nothing about what was to be measured.
    CANNOT_TELL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
