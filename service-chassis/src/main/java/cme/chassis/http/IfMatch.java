package cme.chassis.http;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header `If-Match` (RFC 9110, section 13.1.1), which names the version that the caller wants
/// to replace.
///
/// One rule holds for every `PUT`, `POST` and `DELETE`: what names a version changes nothing that
/// has none. A request that would be 404 in any case stays 404 (section 13.2.1), and a change that
/// has been made already is answered as made (section 13.1.1).
///
/// @param header null when it was not sent
/// @param isNeeded whether something that exists is changed by those only who name its version
public record IfMatch(@Nullable String header, boolean isNeeded) {

    /// Names no version and needs none; for changes that overwrite nothing.
    public static final IfMatch ANY = new IfMatch(null, false);

    private static final Pattern REVISION = Pattern.compile("\"([1-9][0-9]{0,8})\"");
    private static final String TAG = "(?:W/)?\"[^\"\\p{Cntrl} ]*\"";

    /// Any version, or a list of them. Weak tags are read as well, because proxies that compress an
    /// answer weaken its tag.
    private static final Pattern FORM =
            Pattern.compile("\\s*(?:\\*|" + TAG + "(?:\\s*,\\s*" + TAG + ")*)\\s*");

    private static final int MAX_SHOWN_CHARS = 40;

    public IfMatch(@Nullable String header) {
        this(header, true);
    }

    /// @throws InvalidRequest when it is neither a list of ETags nor `*`
    public static IfMatch in(HttpHeaders headers) {
        List<String> sent = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        if (sent == null || sent.isEmpty()) {
            return new IfMatch(null);
        }
        String header = String.join(", ", sent);
        if (!FORM.matcher(header).matches()) {
            throw new InvalidRequest(
                    "/If-Match",
                    "if-match.form",
                    "If-Match is an ETag in quotes, such as \"3\", several with commas, or *.");
        }
        return new IfMatch(header);
    }

    /// The same header where none is needed; it is honoured when it is sent.
    public IfMatch optional() {
        return new IfMatch(header, false);
    }

    /// True when a version should have been named and none was.
    public boolean isMissing() {
        return header == null && isNeeded;
    }

    /// True when the header names this version, or any, or is not needed.
    public boolean matches(ETag current) {
        return header == null ? !isNeeded : current.isNamedIn(header);
    }

    /// Checks that the caller has not seen a version of something that does not exist.
    ///
    /// @param what is to be created, or was never there to be taken back
    /// @throws InvalidRequest when the header was sent, even as `*` (412)
    public void requireNoneOf(String what) {
        if (header != null) {
            throw new InvalidRequest(
                    Problem.stale(
                            "You have seen version %s; there is no %s (any more). Read it again, then decide."
                                    .formatted(shown(), what)));
        }
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
