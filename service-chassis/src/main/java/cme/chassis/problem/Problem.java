package cme.chassis.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Problem details for HTTP APIs (RFC 9457), which say why a request was refused.
///
/// @param type stable URI that ends in a slug such as `no-cycle`; clients switch on it
/// @param title the same for every problem of this type
/// @param status the HTTP status
/// @param detail what happened this time and what to do about it
/// @param errors the violations of an invalid request, within the bounds of [Violations]; empty
///   otherwise
/// @param requestId the `X-Request-Id` of the answer; null until it is answered
/// @param mergedInto the number to ask for, of a problem about a number that was merged into it
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "errors", "requestId", "mergedInto"})
@Schema(description = "Problem details (RFC 9457)")
public record Problem(
        @Schema(examples = "https://problems.cme.example/conflict") String type,
        @Schema(examples = "Conflict") String title,
        @Schema(examples = "409") int status,
        @Nullable String detail,
        List<Violation> errors,
        @Nullable String requestId,
        @Nullable String mergedInto) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_BASE = "https://problems.cme.example/";

    public Problem {
        errors = Violations.ofAnswer(errors);
    }

    /// @param slug last part of the type, lower case with hyphens
    public static Problem of(int status, String slug, String title, @Nullable String detail) {
        return new Problem(TYPE_BASE + slug, title, status, detail, List.of(), null, null);
    }

    public static Problem invalid(List<Violation> violations) {
        return of(400, "invalid-request", "Invalid request", summary(violations))
                .withErrors(violations);
    }

    /// The query has parameters that the operation does not have, or that have no value.
    public static Problem unknownParameter(List<Violation> violations) {
        return of(400, "unknown-parameter", "Unknown parameter", summary(violations))
                .withErrors(violations);
    }

    private static String summary(List<Violation> violations) {
        return violations.size() == 1
                ? violations.getFirst().detail()
                : violations.size() + " violations, see errors.";
    }

    public Problem withErrors(List<Violation> violations) {
        return new Problem(type, title, status, detail, violations, requestId, mergedInto);
    }

    /// The same with the number that everything is under.
    public Problem withMergedInto(String number) {
        return new Problem(type, title, status, detail, errors, requestId, number);
    }

    public static Problem unreadable(String detail) {
        return of(400, "unreadable-request", "Unreadable request", detail);
    }

    public static Problem unauthorized() {
        return of(
                401,
                "unauthorized",
                "No valid token",
                "Send a valid bearer token in the Authorization header.");
    }

    public static Problem forbidden(String detail) {
        return of(403, "forbidden", "Not allowed", detail);
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "No such resource", detail);
    }

    public static Problem methodNotAllowed() {
        return of(
                405,
                "method-not-allowed",
                "Method not allowed",
                "This resource does not offer the method; Allow names those that it offers.");
    }

    public static Problem notAcceptable() {
        return of(
                406,
                "not-acceptable",
                "Not acceptable",
                "None of the media types in Accept is offered.");
    }

    public static Problem unsupportedMediaType() {
        return of(
                415,
                "unsupported-media-type",
                "Unsupported media type",
                "This resource does not read the Content-Type that was sent.");
    }

    /// The only encoding of bodies that is read is gzip.
    public static Problem unsupportedEncoding() {
        return of(
                415,
                "unsupported-content-encoding",
                "Unsupported content encoding",
                "A body may be sent as it is, or with Content-Encoding: gzip.");
    }

    public static Problem conflict(String slug, String detail) {
        return of(409, slug, "Conflict", detail);
    }

    public static Problem tooLarge(String detail) {
        return of(413, "too-large", "Too large", detail);
    }

    /// @param maxBytes the largest size that is accepted
    public static Problem tooLarge(long maxBytes) {
        return tooLarge("A request may have at most %,d bytes here.".formatted(maxBytes));
    }

    public static Problem bodyTooSlow() {
        return of(
                408,
                "request-timeout",
                "Request timed out",
                "The body did not arrive in time. Nothing was done.");
    }

    public static Problem stale(String detail) {
        return of(412, "stale", "Changed in the meantime", detail);
    }

    public static Problem preconditionRequired() {
        return of(
                428,
                "if-match-required",
                "If-Match is missing",
                "The resource exists: send If-Match with the ETag of the version you have seen.");
    }

    /// @param detail what is refused, and what the caller can do instead
    public static Problem quotaExceeded(String detail) {
        return of(429, "quota-exceeded", "Quota exceeded", detail);
    }

    public static Problem unavailable(String detail) {
        return of(503, "unavailable", "Temporarily unavailable", detail);
    }

    /// The same with the id of the request in work.
    public Problem identified() {
        return new Problem(
                type,
                title,
                status,
                detail,
                errors,
                RequestId.current().orElse(requestId),
                mergedInto);
    }

    /// The response. As HTTP requires, a 401 names the scheme, a 415 what is read instead, and a
    /// 503 says when to try again.
    @JsonIgnore
    public Response response() {
        Response.ResponseBuilder answer =
                Response.status(status).type(MEDIA_TYPE).entity(identified());
        return switch (status) {
            case 415 -> answer.header("Accept-Encoding", "gzip").build();
            case 401 -> answer.header("WWW-Authenticate", "Bearer").build();
            case 429, 503 -> answer.header("Retry-After", "2").build();
            default -> answer.build();
        };
    }
}
