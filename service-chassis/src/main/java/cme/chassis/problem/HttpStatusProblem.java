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
            case 405 ->
                    Problem.of(
                            405,
                            "method-not-allowed",
                            "Method not allowed",
                            "This resource does not offer the method.");
            case 406 ->
                    Problem.of(
                            406,
                            "not-acceptable",
                            "Not acceptable",
                            "None of the media types in Accept is offered.");
            case 413 -> Problem.tooLarge("The request body is too large.");
            case 415 ->
                    Problem.of(
                            415,
                            "unsupported-media-type",
                            "Unsupported media type",
                            "This resource does not read the Content-Type that was sent.");
            default -> Problem.of(status, "refused", "Refused", null);
        };
    }
}
