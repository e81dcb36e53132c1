package cme.chassis.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The version of a single resource as HTTP carries it (RFC 9110, section 8.8.3).
///
/// @param value without the quotes
public record ETag(String value) {

    public static ETag of(long revision) {
        return new ETag(Long.toString(revision));
    }

    public String header() {
        return '"' + value + '"';
    }

    /// Answers 304 when the caller has this version already and otherwise 200 with the entity, both
    /// with the ETag.
    public Response answer(HttpHeaders headers, Object entity) {
        String seen = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        Response.ResponseBuilder answer =
                isSeen(seen) ? Response.notModified() : Response.ok(entity);
        return answer.header(HttpHeaders.ETAG, header()).build();
    }

    private boolean isSeen(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && isNamedIn(ifNoneMatch);
    }

    boolean isNamedIn(String list) {
        return list.trim().equals("*")
                || Arrays.stream(list.split(","))
                        .map(String::trim)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(header()::equals);
    }
}
