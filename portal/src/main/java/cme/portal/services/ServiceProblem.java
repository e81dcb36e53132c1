package cme.portal.services;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A service has refused what was asked, or cannot be asked.
public final class ServiceProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY = 429;

    private final transient Details details;

    ServiceProblem(Details details) {
        super("%d %s: %s".formatted(details.status(), details.code(), details.title()));
        this.details = details;
    }

    ServiceProblem(Details details, Throwable cause) {
        this(details);
        initCause(cause);
    }

    /// The service cannot be reached, or does not answer in time, or nothing that can be read.
    ///
    /// @param service the subject of the sentence for a reader, such as `The catalog`
    public static ServiceProblem unreachable(String service, Throwable cause) {
        return new ServiceProblem(
                new Details(
                        UNAVAILABLE,
                        "about:blank",
                        "Temporarily unavailable",
                        service + " does not answer right now. Please try again in a moment.",
                        List.of(),
                        null,
                        null,
                        null),
                cause);
    }

    /// The HTTP status of the answer; 503 if there was none.
    public int status() {
        return details.status();
    }

    /// A stable URI such as `https://problems.cme.example/no-cycle`.
    public String type() {
        return details.type();
    }

    /// The last part of the type, such as `no-cycle`.
    public String code() {
        return details.code();
    }

    /// The same for every problem of this type.
    public String title() {
        return details.title();
    }

    /// A sentence for a reader about what happened; the title if the service gives none.
    public String detail() {
        return details.detail();
    }

    /// Everything that is wrong with an invalid request; else empty.
    public List<Violation> errors() {
        return details.errors();
    }

    /// The faults of one field, such as `credits`.
    public List<Violation> errorsOf(String field) {
        return errors().stream().filter(error -> error.field().equals(field)).toList();
    }

    /// When to ask again, if the service says so.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(details.retryAfter());
    }

    /// The number to ask for instead, of a problem about a number that was merged into it.
    public Optional<String> mergedInto() {
        return Optional.ofNullable(details.mergedInto());
    }

    /// By which support finds it in the logs of the service.
    public Optional<String> requestId() {
        return Optional.ofNullable(details.requestId());
    }

    /// Whether the same would be answered at another time: the service is down, broken or busy.
    public boolean isOutage() {
        return status() >= 500 || status() == TOO_MANY;
    }

    /// Whether somebody changed it since it was read.
    public boolean isStale() {
        return status() == 412;
    }

    /// The members of problem details (RFC 9457) that a page can say something about.
    record Details(
            int status,
            String type,
            String title,
            String detail,
            List<Violation> errors,
            @Nullable Duration retryAfter,
            @Nullable String mergedInto,
            @Nullable String requestId) {

        String code() {
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }
}
