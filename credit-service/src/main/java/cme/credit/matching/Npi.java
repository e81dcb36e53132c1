package cme.credit.matching;

/// A National Provider Identifier: ten digits of which the last checks the others.
///
/// The check is the Luhn sum over `80840` and the ten digits (45 CFR 162.406; domain, section 4).
/// Right digits do not prove identity: `1090123450` and `1900123450` are both valid.
public record Npi(String digits) {
    /// The part of the sum that comes from the prefix 80840.
    private static final int PREFIX_SUM = 24;

    private static final int LENGTH = 10;

    /// @throws IllegalArgumentException when the digits are not ten or the last does not check the
    ///   others
    public Npi {
        if (!hasForm(digits) || !checks(digits)) {
            throw new IllegalArgumentException("Not an NPI");
        }
    }

    /// True when the text is ten ASCII digits.
    public static boolean hasForm(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// True when the last of ten digits checks the others.
    public static boolean checks(String tenDigits) {
        int sum = PREFIX_SUM;
        for (int i = 0; i < LENGTH; i++) {
            int digit = tenDigits.charAt(i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
