package cme.portal.page;

import org.jspecify.annotations.Nullable;

/// Texts that somebody typed into a field, or that an address holds. A field that was left empty
/// and one that was not sent are the same.
public final class Typed {
    private Typed() {}

    /// Without space around it; empty if there is nothing.
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /// Without space around it; null if there is nothing.
    public static @Nullable String orNull(@Nullable String typed) {
        String text = text(typed);
        return text.isEmpty() ? null : text;
    }
}
