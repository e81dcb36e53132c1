package cme.compliance.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An exact amount of continuing-education credit, zero or more, counted in quarter credits.
///
/// Credits are given in steps of 0.25, so a whole number of quarters is exact where binary floating
/// point is not.
public record Credits(int quarters) implements Comparable<Credits> {

    public static final Credits ZERO = new Credits(0);

    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    public Credits {
        if (quarters < 0) {
            throw new IllegalArgumentException("Credits below zero: " + quarters + " quarters");
        }
    }

    /// `1.250` is 1.25.
    ///
    /// @throws IllegalArgumentException below zero
    /// @throws ArithmeticException when not a multiple of 0.25, or beyond 500 million credits
    public static Credits of(BigDecimal credits) {
        return new Credits(credits.multiply(FOUR).intValueExact());
    }

    /// The same from decimal text such as `12.25`.
    public static Credits of(String credits) {
        return of(new BigDecimal(credits));
    }

    /// In credits, with two decimals.
    public BigDecimal toBigDecimal() {
        return QUARTER.multiply(BigDecimal.valueOf(quarters)).setScale(2, RoundingMode.UNNECESSARY);
    }

    @Override
    public int compareTo(Credits other) {
        return Integer.compare(quarters, other.quarters);
    }

    @Override
    public String toString() {
        return Amount.decimal(quarters);
    }
}
