package cme.chassis.problem;

/// What was sent, or what would stand after it, is larger than can be taken: 413. The transaction
/// is to be rolled back.
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
