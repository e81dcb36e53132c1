package cme.credit.correction;

import cme.chassis.problem.Violation;
import cme.credit.completion.Completion;
import cme.credit.identity.DiplomateNumbers;
import cme.credit.matching.Claim;
import cme.credit.matching.IdentityMatch;
import cme.credit.matching.IdentityMatch.HoldReason;
import cme.credit.matching.IdentityMatching;
import cme.credit.matching.NameFolding;
import cme.credit.posting.Draft;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Finds out whose a completion is by a correction: the same one's who had it unless the correction
/// names somebody, who is matched as when it is posted.
@Singleton
final class Reassignment {
    private static final Set<String> PERSON =
            Set.of("/diplomateId", "/npi", "/familyName", "/birthMonthDay");

    private final DiplomateNumbers numbers;

    Reassignment(DiplomateNumbers numbers) {
        this.numbers = numbers;
    }

    /// @param diplomateId who had it, when there are violations
    record Whose(String diplomateId, List<Violation> violations) {}

    /// @param draft whose numbers and name may be missing
    Whose judge(Handle transaction, Draft draft, Completion before) {
        String owner = before.diplomateId();
        if (isIllegible(draft) || saysTheSame(transaction, draft, owner)) {
            return new Whose(owner, List.of());
        }
        if (draft.familyName() == null) {
            return refused(
                    owner,
                    "/familyName",
                    "required",
                    "To say whose it is, send the family name with the number.");
        }
        boolean numbered = draft.diplomateId() != null || draft.npi() != null;
        Claim claim =
                new Claim(
                        numbered ? draft.diplomateId() : owner,
                        draft.npi(),
                        NameFolding.keys(draft.familyName()),
                        draft.birthMonthDay());
        IdentityMatch match = IdentityMatching.prepare(transaction, List.of(claim)).match(claim);
        return switch (match) {
            case IdentityMatch.Match(String diplomateId) -> new Whose(diplomateId, List.of());
            case HoldReason missed -> refused(owner, pointer(draft), code(missed), detail(missed));
        };
    }

    /// What says who is meant is wrong in itself.
    private static boolean isIllegible(Draft draft) {
        return draft.violations().stream().anyMatch(v -> PERSON.contains(v.pointer()));
    }

    /// Nobody is named, or with the number alone the one who has it.
    private boolean saysTheSame(Handle transaction, Draft draft, String owner) {
        String named = draft.diplomateId();
        return draft.npi() == null
                && draft.familyName() == null
                && (named == null || numbers.remaining(transaction, named).equals(owner));
    }

    private static Whose refused(String owner, String pointer, String code, String detail) {
        return new Whose(owner, List.of(new Violation(pointer, code, detail)));
    }

    private static String pointer(Draft draft) {
        if (draft.diplomateId() != null) {
            return "/diplomateId";
        }
        return draft.npi() != null ? "/npi" : "/familyName";
    }

    private static String code(HoldReason missed) {
        return switch (missed) {
            case NO_MATCH -> "identity.no-match";
            case MULTIPLE_MATCHES -> "identity.multiple-matches";
            case IDENTITY_DIFFERS -> "identity.differs";
        };
    }

    private static String detail(HoldReason missed) {
        String why =
                switch (missed) {
                    case NO_MATCH -> "No diplomate has this number.";
                    case MULTIPLE_MATCHES -> "More than one diplomate is meant.";
                    case IDENTITY_DIFFERS ->
                            "Whoever has this number has another name, day of birth or other number.";
                };
        return why + " Leave out who completed it to keep whose it is.";
    }
}
