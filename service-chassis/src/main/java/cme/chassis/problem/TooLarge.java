package cme.chassis.problem;

/// The request or its result is too large: 413. The exception rolls the transaction back.
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public TooLarge(String detail) {
        super(detail, null, false, false);
        this.problem = Problem.of(413, "too-large", "Too large", detail);
    }

    public Problem problem() {
        return problem;
    }
}
