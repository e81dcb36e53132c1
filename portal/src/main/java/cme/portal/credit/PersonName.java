package cme.portal.credit;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A name made of its parts, as far as there are any; empty if there are none.
public final class PersonName {
    private PersonName() {}

    /// As in a sentence, such as `Ada Osler`.
    public static String full(@Nullable String givenName, @Nullable String familyName) {
        return joined(givenName, " ", familyName);
    }

    /// As in a list, such as `Osler, Ada`.
    public static String listed(@Nullable String givenName, @Nullable String familyName) {
        return joined(familyName, ", ", givenName);
    }

    private static String joined(
            @Nullable String first, String separator, @Nullable String second) {
        return Stream.of(first, second)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(separator));
    }
}
