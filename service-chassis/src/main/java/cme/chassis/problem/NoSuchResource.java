package cme.chassis.problem;

/// The path names something that does not exist: 404.
public final class NoSuchResource extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public NoSuchResource(String detail) {
        this(Problem.notFound(detail));
    }

    /// @param problem a 404 with a type of its own, such as `no-cycle`
    public NoSuchResource(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
