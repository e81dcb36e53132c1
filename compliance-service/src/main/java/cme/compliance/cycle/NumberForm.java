package cme.compliance.cycle;

import cme.chassis.problem.Violation;
import cme.compliance.ComplianceConfig;
import cme.compliance.access.Access;

import jakarta.inject.Singleton;

import java.util.Optional;
import java.util.regex.Pattern;

/// Tells whether a number has the form of the board's numbers, which is a setting here and in
/// credit-service.
@Singleton
class NumberForm {

    private static final Pattern ID = Pattern.compile(Access.NUMBER);

    private final Pattern form;

    NumberForm(ComplianceConfig config) {
        this.form = config.numberForm();
    }

    /// The violation of a number that is of another form.
    Optional<Violation> violation(String number) {
        if (!ID.matcher(number).matches()) {
            return Optional.of(
                    new Violation(
                            "/diplomateId",
                            "diplomate.format",
                            "A number of a diplomate has letters, digits, points, hyphens and underscores only."));
        }
        return form.matcher(number).matches()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "/diplomateId",
                                "diplomate.format",
                                "\"%s\" does not have the form of a number of this board, %s."
                                        .formatted(number, form)));
    }
}
