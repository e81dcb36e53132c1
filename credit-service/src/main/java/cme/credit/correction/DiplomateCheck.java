package cme.credit.correction;

import cme.chassis.problem.Violation;
import cme.credit.completion.Completion;
import cme.credit.identity.DiplomateNumbers;
import cme.credit.matching.Claim;
import cme.credit.matching.FamilyName;
import cme.credit.matching.IdentityMatch;
import cme.credit.matching.IdentityMatch.HoldReason;
import cme.credit.matching.Questions;
import cme.credit.matching.Questions.Answer;
import cme.credit.posting.CompletionForm;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Finds the diplomate of a corrected completion. It stays the same unless the correction names a
/// person, who is then matched as in a posting.
@Singleton
final class DiplomateCheck {
    private static final Set<String> PERSON =
            Set.of("/diplomateId", "/npi", "/familyName", "/birthMonthDay");

    private static final String KEEP =
            " Leave out the person to keep the diplomate of the completion.";

    private final DiplomateNumbers numbers;

    DiplomateCheck(DiplomateNumbers numbers) {
        this.numbers = numbers;
    }

    /// The diplomate that the completion belongs to after the correction.
    ///
    /// @param diplomateId the one before, when there are violations
    record Owner(String diplomateId, List<Violation> violations) {}

    /// @param form its numbers and name may be missing
    /// @param questions of the editor; a society is told `identity.no-match` only
    Owner owner(Handle transaction, CompletionForm form, Completion before, Questions questions) {
        String owner = before.diplomateId();
        if (isIllegible(form) || namesTheSame(transaction, form, owner)) {
            return new Owner(owner, List.of());
        }
        if (form.familyName() == null) {
            return refused(
                    owner,
                    "/familyName",
                    "required",
                    "Send the family name with the number of the diplomate.");
        }
        boolean numbered = form.diplomateId() != null || form.npi() != null;
        var claim =
                new Claim(
                        numbered ? form.diplomateId() : owner,
                        form.npi(),
                        FamilyName.of(form.familyName()),
                        form.birthMonthDay());
        Answer answer = questions.ask(questions.prepare(transaction, List.of(claim)), claim);
        questions.write(transaction);
        return switch (answer.truth()) {
            case IdentityMatch.Match(String diplomateId) when !answer.masked() ->
                    new Owner(diplomateId, List.of());
            case IdentityMatch.Match _ -> notFound(owner, form);
            case HoldReason _ when questions.isOfSociety() -> notFound(owner, form);
            case HoldReason missed -> refused(owner, pointer(form), code(missed), detail(missed));
        };
    }

    /// True when a field about the person has a violation of its own.
    private static boolean isIllegible(CompletionForm form) {
        return form.violations().stream().anyMatch(v -> PERSON.contains(v.pointer()));
    }

    /// True when the form names no person, or the present one by number alone.
    private boolean namesTheSame(Handle transaction, CompletionForm form, String owner) {
        String named = form.diplomateId();
        return form.npi() == null
                && form.familyName() == null
                && (named == null || numbers.remaining(transaction, named).equals(owner));
    }

    private static Owner refused(String owner, String pointer, String code, String detail) {
        return new Owner(owner, List.of(new Violation(pointer, code, detail)));
    }

    private static Owner notFound(String owner, CompletionForm form) {
        return refused(
                owner,
                pointer(form),
                "identity.no-match",
                "No diplomate is found by these numbers, this name and this day of birth." + KEEP);
    }

    private static String pointer(CompletionForm form) {
        if (form.diplomateId() != null) {
            return "/diplomateId";
        }
        return form.npi() != null ? "/npi" : "/familyName";
    }

    private static String code(HoldReason missed) {
        return switch (missed) {
            case NO_MATCH -> "identity.no-match";
            case MULTIPLE_MATCHES -> "identity.multiple-matches";
            case IDENTITY_DIFFERS -> "identity.differs";
            case IDENTITY_ERASED -> "identity.erased";
            case NEEDS_REVIEW -> "needs-review";
        };
    }

    private static String detail(HoldReason missed) {
        String why =
                switch (missed) {
                    case NO_MATCH -> "No diplomate has this number.";
                    case MULTIPLE_MATCHES -> "The person could be more than one diplomate.";
                    case IDENTITY_DIFFERS ->
                            "The diplomate with this number has another name, day of birth or other"
                                    + " number.";
                    case IDENTITY_ERASED ->
                            "The data of the diplomate with this number were erased.";
                    case NEEDS_REVIEW -> "The board has to look at it.";
                };
        return why + KEEP;
    }
}
