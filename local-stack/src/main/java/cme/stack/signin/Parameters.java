package cme.stack.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parameters of a query or a form. An empty one counts as not given (RFC 6749, section 3.1).
record Parameters(Map<String, String> values) {

    /// @throws IllegalArgumentException when a parameter comes twice or is not encoded correctly
    static Parameters of(@Nullable String encoded) {
        Map<String, String> values = new HashMap<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals <= 0 || equals == pair.length() - 1) {
                continue;
            }
            String name = decoded(pair.substring(0, equals));
            if (values.put(name, decoded(pair.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("The parameter " + name + " comes twice");
            }
        }
        return new Parameters(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String name, String value) {
        return value.equals(values.get(name));
    }
}
