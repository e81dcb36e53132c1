package cme.catalog.activity;

import cme.catalog.activity.Description.Flaw;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An exact amount of credit in quarter units, never binary floating point.
///
/// @param quarters 0 to 3999, which is 999.75 credits
public record Credits(int quarters) implements Comparable<Credits> {

    private static final int MAX_QUARTERS = 3_999;
    private static final BigDecimal QUARTERS_IN_ONE = BigDecimal.valueOf(4);

    public Credits {
        if (quarters < 0 || quarters > MAX_QUARTERS) {
            throw new IllegalArgumentException("The credits are not 0 to 999.75");
        }
    }

    /// @param amount an amount without a flaw ([#flawIn]); `1.5` and `1.50` are equal
    public static Credits of(BigDecimal amount) {
        return new Credits(amount.multiply(QUARTERS_IN_ONE).intValueExact());
    }

    /// The reason why an amount cannot be credits; empty when it can.
    public static Optional<Flaw> flawIn(String field, BigDecimal amount) {
        if (amount.signum() < 0 || amount.compareTo(new Credits(MAX_QUARTERS).amount()) > 0) {
            return Optional.of(new Flaw(field, "credits.range", "From 0 to 999.75 credits."));
        }
        if (amount.multiply(QUARTERS_IN_ONE).stripTrailingZeros().scale() > 0) {
            return Optional.of(
                    new Flaw(field, "credits.increment", "Credits come in quarters, like 1.25."));
        }
        return Optional.empty();
    }

    static @Nullable BigDecimal amount(@Nullable Credits credits) {
        return credits == null ? null : credits.amount();
    }

    /// The amount with two decimals.
    public BigDecimal amount() {
        return BigDecimal.valueOf(quarters * 25L, 2);
    }

    public boolean isZero() {
        return quarters == 0;
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
