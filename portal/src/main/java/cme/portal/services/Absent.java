package cme.portal.services;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a list or a map that an answer leaves out as an empty one.
public final class Absent {

    private Absent() {}

    public static <T> List<T> list(@Nullable List<T> sent) {
        return sent == null ? List.of() : List.copyOf(sent);
    }

    /// In the order of the answer.
    public static <T> Map<String, T> map(@Nullable Map<String, T> sent) {
        return sent == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(sent));
    }
}
