package cme.catalog.editing;

import cme.chassis.http.ETag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which revision an editor has seen, as the header `If-Match` says.
///
/// @param ifMatch null when it was not sent
record Seen(@Nullable String ifMatch) {

    /// Whatever revision there is.
    static final Seen ANY = new Seen("*");

    private static final Pattern NUMBER = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    static Seen in(HttpHeaders headers) {
        return new Seen(headers.getHeaderString(HttpHeaders.IF_MATCH));
    }

    boolean isUnsaid() {
        return ifMatch == null;
    }

    boolean covers(int revision) {
        var current = ETag.of(revision).header();
        return ifMatch != null
                && (ifMatch.strip().equals("*")
                        || Arrays.stream(ifMatch.split(","))
                                .map(String::strip)
                                .anyMatch(current::equals));
    }

    /// The number of the revision; empty when the header names none.
    OptionalInt revision() {
        var matcher = NUMBER.matcher(String.valueOf(ifMatch));
        return matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    String shown() {
        return String.valueOf(ifMatch).substring(0, Math.min(40, String.valueOf(ifMatch).length()));
    }
}
