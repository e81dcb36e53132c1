package cme.catalog.activity;

import java.util.regex.Pattern;

/// The activities of a group count at most so many credits together in one window.
///
/// @param group capital letters and digits, joined by single `-`; at most 64 characters
/// @param credits more than zero; the same for every activity of the group
public record Cap(String group, Credits credits) {

    public static final String FORM =
            "Capital letters and digits, joined by single -, at most 64 characters.";

    private static final Pattern PATTERN = Pattern.compile("[A-Z0-9]+(?:-[A-Z0-9]+)*");
    private static final int MAX_LENGTH = 64;

    public Cap {
        if (!isGroup(group) || credits.isZero()) {
            throw new IllegalArgumentException("not a cap");
        }
    }

    public static boolean isGroup(String value) {
        return value.length() <= MAX_LENGTH && PATTERN.matcher(value).matches();
    }
}
