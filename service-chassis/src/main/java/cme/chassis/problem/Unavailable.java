package cme.chassis.problem;

/// Nothing is wrong with the request, but it cannot be served in time: 503, to be sent again.
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param detail says what was waited for, and whether sending the same again is safe
    public Unavailable(String detail) {
        super(detail, null, false, false);
    }

    Problem problem() {
        return Problem.unavailable(getMessage());
    }
}
