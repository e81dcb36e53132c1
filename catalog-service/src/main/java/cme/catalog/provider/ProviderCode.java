package cme.catalog.provider;

import java.util.regex.Pattern;

/// The short name of a provider, which is also the `provider` claim of its tokens.
///
/// @param value capital letters and digits, joined by single `-`; 2 to 32 characters
public record ProviderCode(String value) {

    public static final String FORM =
            "Capital letters and digits, joined by single -, 2 to 32 characters.";

    private static final Pattern PATTERN = Pattern.compile("[A-Z0-9]+(?:-[A-Z0-9]+)*");
    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 32;

    public ProviderCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("The text is not a provider code");
        }
    }

    public static boolean isCode(String value) {
        return value.length() >= MIN_LENGTH
                && value.length() <= MAX_LENGTH
                && PATTERN.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
