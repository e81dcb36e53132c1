package cme.benchmarks.result;

import java.util.Locale;

/// The ratio to the reference that a measurement should reach.
public record Aim(Kind kind, double bound) {
    private static final double EXACTLY = 1e-9;

    /// The side of the bound on which a ratio should be.
    public enum Kind {
        AT_LEAST,
        AT_MOST,
        /// At most, of a cost next to itself with less data.
        FLAT
    }

    public static Aim atLeast(double bound) {
        return new Aim(Kind.AT_LEAST, bound);
    }

    public static Aim atMost(double bound) {
        return new Aim(Kind.AT_MOST, bound);
    }

    /// The cost of an item next to its cost with less data. More data makes nothing cheaper: where
    /// the ratio is as far below 1 as it may be above it, the baseline was measured on a system
    /// that was slower for another reason, such as code that was not compiled yet. What more data
    /// costs cannot be told from it.
    public static Aim flat(double bound) {
        return new Aim(Kind.FLAT, bound);
    }

    Verdict verdict(double ratio) {
        return switch (kind) {
            case AT_LEAST -> ratio >= bound ? Verdict.REACHED : Verdict.MISSED;
            case AT_MOST -> ratio <= bound ? Verdict.REACHED : Verdict.MISSED;
            case FLAT -> {
                if (ratio * bound < 1 - EXACTLY) {
                    yield Verdict.CANNOT_TELL;
                }
                yield ratio <= bound ? Verdict.REACHED : Verdict.MISSED;
            }
        };
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.1f", kind == Kind.AT_LEAST ? ">=" : "<=", bound);
    }
}
