package cme.test.openapi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// One request of a walk.
///
/// @param target path and query
/// @param body empty for none
record WalkRequest(String method, String target, Map<String, String> headers, byte[] body) {

    private static final int MOST_SHOWN_CHARS = 200;

    WalkRequest withHeader(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new WalkRequest(method, target, changed, body);
    }

    WalkRequest withoutHeader(String name) {
        var changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new WalkRequest(method, target, changed, body);
    }

    WalkRequest withMethod(String other) {
        return new WalkRequest(other, target, headers, body);
    }

    WalkRequest withTarget(String other) {
        return new WalkRequest(method, other, headers, body);
    }

    WalkRequest withQuery(String query) {
        return withTarget(target + (target.contains("?") ? "&" : "?") + query);
    }

    WalkRequest withBody(byte[] other) {
        return new WalkRequest(method, target, headers, other);
    }

    WalkRequest withBody(String text) {
        return withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Without the token, which nobody can read.
    @Override
    public String toString() {
        var shown = new LinkedHashMap<>(headers);
        shown.computeIfPresent(
                "Authorization", (_, token) -> token.length() > 20 ? "a token" : token);
        return cut(method + " " + target)
                + " "
                + shown
                + " "
                + cut(new String(body, StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        return text.length() > MOST_SHOWN_CHARS
                ? text.substring(0, MOST_SHOWN_CHARS) + "..."
                : text;
    }
}
