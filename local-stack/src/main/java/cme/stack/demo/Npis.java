package cme.stack.demo;

/// National Provider Identifiers with a right check digit: Luhn over `80840` and the NPI, as the
/// CMS standard says. The numbers are made up.
final class Npis {

    private static final String PREFIX = "80840";

    private Npis() {}

    /// @param serial 0 to 99,999,999; becomes digits two to nine
    static String of(int serial) {
        var nine = "1%08d".formatted(serial);
        return nine + checkDigit(PREFIX + nine);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
