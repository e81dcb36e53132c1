package cme.portal.services;

import java.util.Arrays;
import java.util.List;

/// Refusals of services, for tests of pages.
public final class Refusals {
    private Refusals() {}

    /// An invalid request, with what is wrong.
    public static ServiceProblem invalid(Violation... errors) {
        return of(400, "invalid-request", "See errors.", Arrays.asList(errors));
    }

    /// @param code the last part of the type
    public static ServiceProblem of(
            int status, String code, String detail, List<Violation> errors) {
        return new ServiceProblem(
                new ServiceProblem.Details(
                        status,
                        "https://problems.cme.example/" + code,
                        "A refusal",
                        detail,
                        errors,
                        null,
                        null,
                        null));
    }
}
