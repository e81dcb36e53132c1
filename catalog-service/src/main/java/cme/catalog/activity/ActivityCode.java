package cme.catalog.activity;

import java.util.regex.Pattern;

/// The name of an activity, by which meeting systems and rosters refer to it. It never changes.
///
/// @param value capital letters and digits, joined by single `-`, `_`, `.` or `:`; 1 to 64
///   characters
public record ActivityCode(String value) implements Comparable<ActivityCode> {

    public static final String FORM =
            "Capital letters and digits, joined by single - _ . or :, at most 64 characters.";

    private static final Pattern PATTERN = Pattern.compile("[A-Z0-9]+(?:[-_.:][A-Z0-9]+)*");
    private static final int MAX_LENGTH = 64;

    public ActivityCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("The text is not an activity code");
        }
    }

    public static boolean isCode(String value) {
        return value.length() <= MAX_LENGTH && PATTERN.matcher(value).matches();
    }

    @Override
    public int compareTo(ActivityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
