package cme.chassis.http;

import cme.chassis.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header `If-Match` (RFC 9110, section 13.1.1), which names the version that the caller wants
/// to replace.
///
/// @param header null when it was not sent
public record IfMatch(@Nullable String header) {

    /// Matches any version; for changes that overwrite nothing.
    public static final IfMatch ANY = new IfMatch("*");

    private static final Pattern REVISION = Pattern.compile("\"([1-9][0-9]{0,8})\"");
    private static final int MAX_SHOWN_CHARS = 40;

    public static IfMatch in(HttpHeaders headers) {
        return new IfMatch(headers.getHeaderString(HttpHeaders.IF_MATCH));
    }

    public boolean isMissing() {
        return header == null;
    }

    /// True when the header names this version, or any.
    public boolean matches(ETag current) {
        return header != null && current.isNamedIn(header);
    }

    public boolean matches(long revision) {
        return matches(ETag.of(revision));
    }

    /// The revision that the header names; empty when it names none.
    public OptionalInt revision() {
        Matcher matcher = REVISION.matcher(String.valueOf(header));
        return matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    /// The header for a message, cut where it is long.
    public String shown() {
        String text = String.valueOf(header);
        return text.substring(0, Math.min(MAX_SHOWN_CHARS, text.length()));
    }

    /// The answer to a caller that may not replace the current version: 428 when it named no
    /// version, 412 when it named another one.
    public Problem refusal(ETag current) {
        return isMissing()
                ? Problem.preconditionRequired()
                : Problem.stale(
                        "You have seen version %s; the current version is %s. Read it again, then decide."
                                .formatted(shown(), current.header()));
    }
}
