package cme.credit.identity;

import cme.chassis.problem.Violation;

import jakarta.inject.Singleton;

import java.util.Optional;
import java.util.regex.Pattern;

/// Tells whether a number has the form of the board's numbers, which is a setting. A number of
/// another form is no diplomate's and never will be, so what is posted for it is refused, not held.
@Singleton
public final class DiplomateNumberForm {
    private final Pattern form;

    DiplomateNumberForm(IdentitySettings settings) {
        this.form = settings.numberForm();
    }

    /// The violation of a number that is of another form.
    public Optional<Violation> violation(String number) {
        boolean fits = IdentityFields.isDiplomateId(number) && form.matcher(number).matches();
        return fits
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "/diplomateId",
                                "diplomate-id.format",
                                "\"%s\" does not have the form of a number of this board, %s."
                                        .formatted(number, form)));
    }
}
