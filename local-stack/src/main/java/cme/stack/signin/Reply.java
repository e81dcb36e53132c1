package cme.stack.signin;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// An answer, without the headers that every answer has.
record Reply(int status, Map<String, String> headers, String body) {
    static final String FORMS_OF_THIS_PAGE = "'self'";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// A page.
    ///
    /// @param formTargets where its forms may lead, for its Content-Security-Policy; a browser
    ///   looks at redirects as well
    static Reply page(int status, String formTargets, String html) {
        return new Reply(
                status,
                Map.of(
                        "Content-Type",
                        "text/html; charset=utf-8",
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                                + " frame-ancestors 'none'; form-action "
                                + formTargets),
                html);
    }

    static Reply json(int status, Map<String, Object> members) {
        return of(status, "application/json", text(members));
    }

    static Reply of(int status, String type, String body) {
        return new Reply(status, Map.of("Content-Type", type), body);
    }

    /// 303: whatever was sent, the address is fetched by GET.
    static Reply redirect(String address) {
        return new Reply(303, Map.of("Location", address), "");
    }

    private static String text(Map<String, Object> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (IOException e) {
            throw new UncheckedIOException("An answer cannot be written as JSON", e);
        }
    }
}
