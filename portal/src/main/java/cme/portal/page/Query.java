package cme.portal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The query of an address: filters as they are sent, without empty ones.
public final class Query {
    private final String path;
    private final List<Map.Entry<String, String>> values = new ArrayList<>();

    private Query(String path) {
        this.path = path;
    }

    public static Query of(String path) {
        return new Query(path);
    }

    /// The same address with this value, or without the name if the value is null or blank.
    public Query with(String name, @Nullable Object value) {
        Query changed = new Query(path);
        boolean absent = value == null || value.toString().isBlank();
        boolean placed = absent;
        for (Map.Entry<String, String> one : values) {
            if (!one.getKey().equals(name)) {
                changed.values.add(one);
            } else if (!placed) {
                changed.values.add(Map.entry(name, value.toString()));
                placed = true;
            }
        }
        return placed ? changed : changed.and(name, value);
    }

    /// The same address with this value besides those that the name has, also if it is empty.
    public Query and(String name, Object value) {
        Query changed = copy();
        changed.values.add(Map.entry(name, value.toString()));
        return changed;
    }

    private Query copy() {
        Query same = new Query(path);
        same.values.addAll(values);
        return same;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        values.forEach(one -> parts.add(encoded(one.getKey()) + "=" + encoded(one.getValue())));
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
