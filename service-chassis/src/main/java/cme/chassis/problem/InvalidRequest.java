package cme.chassis.problem;

import java.util.List;

/// The request itself is unreadable or breaks its contract: 400 with all violations. Refusals that
/// depend on stored data are outcomes of the use case instead.
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public InvalidRequest(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public InvalidRequest(List<Violation> violations) {
        this(Problem.invalid(violations));
    }

    public InvalidRequest(String pointer, String code, String detail) {
        this(List.of(new Violation(pointer, code, detail)));
    }

    public Problem problem() {
        return problem;
    }
}
