package cme.chassis.problem;

/// The request is valid but cannot be served in time: 503, so that the caller sends it again.
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param detail names the reason and says whether sending the same request again is safe
    public Unavailable(String detail) {
        super(detail, null, false, false);
    }

    Problem problem() {
        return Problem.unavailable(getMessage());
    }
}
