package cme.portal.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Lengths across a picture, as SVG attributes in percent.
final class Percent {
    private Percent() {}

    /// Such as `34.5%`.
    static String of(double value) {
        return number(value) + "%";
    }

    /// A plain number with at most two decimals, such as `34.5`.
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
