package cme.chassis.problem;

/// Problem details for the refusals of the HTTP framework.
final class HttpStatusProblem {

    private HttpStatusProblem() {}

    static Problem of(int status) {
        return switch (status) {
            case 400 -> Problem.unreadable("The request cannot be read.");
            case 401 -> Problem.unauthorized();
            case 403 -> Problem.forbidden("Your role does not allow this.");
            case 404 -> Problem.notFound("There is nothing at this path.");
            case 405 -> Problem.methodNotAllowed();
            case 406 -> Problem.notAcceptable();
            case 413 -> Problem.tooLarge("The request body is too large.");
            case 415 -> Problem.unsupportedMediaType();
            default -> Problem.of(status, "refused", "Refused", null);
        };
    }
}
