package cme.compliance.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount that a finding asks for or has. Both units are counted in quarters, so that credits
/// are exact; activities are whole.
public record Amount(Unit unit, int quarters) implements Comparable<Amount> {

    /// The unit in which a requirement counts.
    public enum Unit {
        CREDIT,
        ACTIVITY
    }

    static final int QUARTERS_IN_ONE = 4;

    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    public Amount {
        if (quarters < 0) {
            throw new IllegalArgumentException("Amount below zero: " + quarters + " quarters");
        }
    }

    public static Amount of(Credits credits) {
        return new Amount(Unit.CREDIT, credits.quarters());
    }

    public static Amount activities(int count) {
        return new Amount(Unit.ACTIVITY, Math.multiplyExact(count, QUARTERS_IN_ONE));
    }

    /// In credits or activities, with two decimals.
    public BigDecimal toBigDecimal() {
        return QUARTER.multiply(BigDecimal.valueOf(quarters)).setScale(2, RoundingMode.UNNECESSARY);
    }

    public boolean isZero() {
        return quarters == 0;
    }

    /// Compares the numbers; only amounts of one unit should be compared.
    @Override
    public int compareTo(Amount other) {
        return Integer.compare(quarters, other.quarters);
    }

    /// `2.00` for credits, `1` for activities.
    @Override
    public String toString() {
        return unit == Unit.CREDIT
                ? decimal(quarters)
                : Integer.toString(quarters / QUARTERS_IN_ONE);
    }

    static String decimal(int quarters) {
        int whole = quarters / QUARTERS_IN_ONE;
        return switch (quarters % QUARTERS_IN_ONE) {
            case 0 -> whole + ".00";
            case 1 -> whole + ".25";
            case 2 -> whole + ".50";
            default -> whole + ".75";
        };
    }
}
