package cme.portal.held;

import cme.portal.credit.Completion;
import cme.portal.credit.HeldRow;
import cme.portal.credit.Identity;

import java.util.Objects;

/// A discarded row as the board posts it after all.
final class Recording {
    private Recording() {}

    /// What was posted, for the person whom the board names. The name is the register's: with the
    /// one that was posted it would wait again.
    static Completion.Posting of(HeldRow.Content content, Identity person) {
        return new Completion.Posting(
                content.externalId(),
                person.diplomateId(),
                null,
                Objects.requireNonNullElse(person.familyName(), content.familyName()),
                null,
                content.activity(),
                content.title(),
                content.completedOn(),
                content.session(),
                content.credits(),
                content.patientSafetyCredits(),
                content.category(),
                content.provider());
    }

    /// The page of what it became: a completion, or a row that waits again.
    static String address(Completion.Posted posted) {
        return posted.id() == null
                ? "/held/" + posted.heldRow()
                : "/completions/" + posted.id() + "?done=recorded-after-all";
    }
}
