package cme.portal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The query of an address: filters as they are sent, without empty ones.
public final class Query {
    private final String path;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Query(String path) {
        this.path = path;
    }

    public static Query of(String path) {
        return new Query(path);
    }

    /// The same address with this value, or without the name if the value is null or blank.
    public Query with(String name, @Nullable Object value) {
        Query changed = new Query(path);
        changed.values.putAll(values);
        if (value == null || value.toString().isBlank()) {
            changed.values.remove(name);
        } else {
            changed.values.put(name, value.toString());
        }
        return changed;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        values.forEach((name, value) -> parts.add(encoded(name) + "=" + encoded(value)));
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
