package cme.test.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An answer of a service, with the request line that it answers.
///
/// @param path raw, without the query
/// @param headers by name in lower case
/// @param body empty when there is none
public record Answer(
        String method, String path, int status, Map<String, String> headers, byte[] body) {

    public Answer {
        var lowerCase = new TreeMap<String, String>();
        headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
        headers = lowerCase;
        body = body.clone();
    }

    /// An answer whose headers are lists, as the HTTP client of the JDK gives them.
    public static Answer of(
            String method,
            String path,
            int status,
            Map<String, List<String>> headers,
            byte[] body) {
        var joined = new TreeMap<String, String>();
        headers.forEach((name, values) -> joined.put(name, String.join(", ", values)));
        return new Answer(method, path, status, joined, body);
    }

    /// The media type without its parameters; empty when the answer names none.
    String mediaType() {
        return bare(Optional.ofNullable(headers.get("content-type")).orElse(""));
    }

    static String bare(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /// JSON lines are not.
    static boolean isJson(String mediaType) {
        String bare = bare(mediaType);
        return bare.endsWith("/json") || bare.endsWith("+json");
    }

    boolean hasBody() {
        return body.length > 0;
    }
}
