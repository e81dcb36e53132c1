package cme.chassis.quota;

import cme.chassis.problem.Problem;

import jakarta.ws.rs.core.Response;

/// The caller has asked for more than its quota: 429.
public final class QuotaExceeded extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient QuotaState state;

    /// @param detail what is refused, and what the caller can do instead
    public QuotaExceeded(QuotaState state, String detail) {
        super(detail, null, false, false);
        this.state = state;
    }

    public Response response() {
        return Response.fromResponse(Problem.quotaExceeded(getMessage()).response())
                .header("Retry-After", null)
                .header("Retry-After", state.retryAfter())
                .build();
    }

    QuotaState state() {
        return state;
    }
}
