package cme.catalog.procedure;

import java.util.regex.Pattern;

/// The name of a tracer procedure, for example `CARPAL_TUNNEL`.
///
/// @param value capital letters and digits, joined by single `_`; 2 to 64 characters
public record ProcedureCode(String value) implements Comparable<ProcedureCode> {

    public static final String FORM =
            "Capital letters and digits, joined by single _, 2 to 64 characters.";

    private static final Pattern PATTERN = Pattern.compile("[A-Z0-9]+(?:_[A-Z0-9]+)*");
    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 64;

    public ProcedureCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("The text is not a procedure code");
        }
    }

    public static boolean isCode(String value) {
        return value.length() >= MIN_LENGTH
                && value.length() <= MAX_LENGTH
                && PATTERN.matcher(value).matches();
    }

    @Override
    public int compareTo(ProcedureCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
