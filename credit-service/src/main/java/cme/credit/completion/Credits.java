package cme.credit.completion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.math.BigDecimal;

/// An exact amount of credit in quarters (domain, section 1).
///
/// @param quarters 0 to 3999, which is 0.00 to 999.75 credits
public record Credits(int quarters) implements Comparable<Credits> {
    private static final int MAX_QUARTERS = 3_999;
    private static final BigDecimal QUARTERS_IN_ONE = BigDecimal.valueOf(4);

    /// The largest amount of one completion, 999.75.
    public static final BigDecimal MAX = BigDecimal.valueOf(99_975, 2);

    /// @throws IllegalArgumentException out of range
    public Credits {
        if (quarters < 0 || quarters > MAX_QUARTERS) {
            throw new IllegalArgumentException("Out of range: " + quarters + " quarters");
        }
    }

    /// @throws IllegalArgumentException when the amount is no multiple of 0.25, or out of range
    @JsonCreator
    public static Credits of(BigDecimal amount) {
        if (!isQuarters(amount) || !isInRange(amount)) {
            throw new IllegalArgumentException("This is not an amount of credit");
        }
        return new Credits(amount.multiply(QUARTERS_IN_ONE).intValueExact());
    }

    /// Whether the amount is a multiple of 0.25; `1.250` is.
    public static boolean isQuarters(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        // A huge scale must not be multiplied out: a short text would become a very long number.
        return plain.scale() <= 2
                && (plain.scale() <= 0
                        || plain.multiply(QUARTERS_IN_ONE).stripTrailingZeros().scale() <= 0);
    }

    /// Whether the amount is from 0 to 999.75.
    public static boolean isInRange(BigDecimal amount) {
        return amount.signum() >= 0 && amount.compareTo(MAX) <= 0;
    }

    /// With two decimals.
    @JsonValue
    public BigDecimal amount() {
        return BigDecimal.valueOf(quarters * 25L, 2);
    }

    @Override
    public int compareTo(Credits other) {
        return Integer.compare(quarters, other.quarters);
    }

    @Override
    public String toString() {
        return amount().toPlainString();
    }
}
