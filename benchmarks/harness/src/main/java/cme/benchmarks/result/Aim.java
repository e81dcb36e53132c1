package cme.benchmarks.result;

import java.util.Locale;

/// The ratio to the reference that a measurement should reach.
public record Aim(boolean atLeast, double bound) {
    public static Aim atLeast(double bound) {
        return new Aim(true, bound);
    }

    public static Aim atMost(double bound) {
        return new Aim(false, bound);
    }

    boolean isMetBy(double ratio) {
        return atLeast ? ratio >= bound : ratio <= bound;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.1f", atLeast ? ">=" : "<=", bound);
    }
}
