package cme.credit.posting;

import cme.chassis.problem.Violation;
import cme.credit.activity.Activity;
import cme.credit.completion.Completion;
import cme.credit.completion.Occasion;
import cme.credit.completion.Posted;
import cme.credit.completion.TimeOrderedId;
import cme.credit.heldrow.HeldRow;
import cme.credit.heldrow.Plausibility;
import cme.credit.identity.DiplomateNumberForm;
import cme.credit.identity.IdentityFields;
import cme.credit.matching.IdentityMatch.HoldReason;
import cme.credit.matching.IdentityMatch;
import cme.credit.matching.IdentityMatching;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides on posted rows one by one, without the database.
///
/// Each decision is known to the next one, so that a row that comes twice in one request is
/// recorded once.
final class PostingRules {
    private final Occasion occasion;
    private final LocalDate today;
    private final Map<String, Activity> activities;
    private final Map<String, KnownPosting> known;
    private final IdentityMatching identities;
    private final Checks checks;
    private final List<UUID> superseded = new ArrayList<>();

    /// Checks that follow settings.
    record Checks(Plausibility plausibility, DiplomateNumberForm numberForm) {}

    /// @param known postings under the `externalId`s of the rows
    PostingRules(
            Occasion occasion,
            LocalDate today,
            Map<String, Activity> activities,
            Map<String, KnownPosting> known,
            IdentityMatching identities,
            Checks checks) {
        this.occasion = occasion;
        this.today = today;
        this.activities = activities;
        this.known = new HashMap<>(known);
        this.identities = identities;
        this.checks = checks;
    }

    Verdict judge(Reading reading) {
        return switch (reading) {
            case Reading.Broken(_, Violation violation) -> new Verdict.Rejected(List.of(violation));
            case Reading.Malformed row -> rejected(row.form());
            case Reading.WellFormed row ->
                    row.posted().content().completedOn().isAfter(today)
                            ? rejected(row.form())
                            : judge(row);
        };
    }

    private Verdict rejected(CompletionForm form) {
        var violations = new ArrayList<Violation>(form.violations());
        violations.addAll(check(form));
        return new Verdict.Rejected(violations);
    }

    /// A row with other content replaces a held row; a completion has to be corrected instead.
    private Verdict judge(Reading.WellFormed row) {
        KnownPosting before = known.get(row.externalId());
        boolean same = before != null && before.contentHash().equals(row.contentHash());
        return switch (before) {
            case null -> take(row, List.of());
            case KnownPosting.Completed(_, _, UUID completion) ->
                    same
                            ? new Verdict.Duplicate(completion)
                            : new Verdict.Conflict.WithCompletion(completion);
            case KnownPosting.Waiting(
                            _,
                            _,
                            UUID heldRow,
                            HoldReason reason,
                            boolean sameRequest) -> {
                if (same) {
                    yield new Verdict.Held.Already(heldRow, reason);
                }
                yield sameRequest
                        ? new Verdict.Conflict.WithHeldRow(heldRow)
                        : take(row, List.of(heldRow));
            }
            case KnownPosting.Discarded(_, _, UUID heldRow, String reason) ->
                    same ? discarded(reason) : take(row, List.of(heldRow));
        };
    }

    private static Verdict discarded(String reason) {
        return new Verdict.Rejected(
                List.of(
                        new Violation(
                                "/externalId",
                                "held-row.discarded",
                                "The board has discarded this row: " + reason)));
    }

    /// @param replaced held rows whose place the row takes
    private Verdict take(Reading.WellFormed row, List<UUID> replaced) {
        List<Violation> violations = check(row.form());
        if (!violations.isEmpty()) {
            return new Verdict.Rejected(violations);
        }
        superseded.addAll(replaced);
        UUID id = TimeOrderedId.at(occasion.at());
        Posted posted = row.posted().withProvider(provider(row.form()));
        return switch (identities.match(row.claim())) {
            case IdentityMatch.Match _ when needsReview(posted) ->
                    held(id, posted, row, HoldReason.NEEDS_REVIEW);
            case IdentityMatch.Match(String diplomateId) -> {
                remember(new KnownPosting.Completed(row.externalId(), row.contentHash(), id));
                yield new Verdict.Recorded(
                        Completion.first(id, diplomateId, posted, occasion, null),
                        row.contentHash());
            }
            case HoldReason reason -> held(id, posted, row, reason);
        };
    }

    private boolean needsReview(Posted posted) {
        return checks.plausibility()
                .needsReview(posted.content(), occasion.poster(), occasion.at());
    }

    private Verdict held(UUID id, Posted posted, Reading.WellFormed row, HoldReason reason) {
        remember(new KnownPosting.Waiting(row.externalId(), row.contentHash(), id, reason, true));
        return new Verdict.Held.Now(new HeldRow(id, posted, row.contentHash(), reason, occasion));
    }

    private void remember(KnownPosting posting) {
        known.put(posting.externalId(), posting);
    }

    private List<Violation> check(CompletionForm form) {
        List<Violation> violations = new ArrayList<>();
        if (form.diplomateId() != null && IdentityFields.isDiplomateId(form.diplomateId())) {
            checks.numberForm().violation(form.diplomateId()).ifPresent(violations::add);
        }
        violations.addAll(CompletionChecks.check(form, activity(form), occasion.poster(), today));
        return violations;
    }

    private @Nullable String provider(CompletionForm form) {
        if (occasion.poster().provider() != null) {
            return occasion.poster().provider();
        }
        Activity activity = activity(form);
        return activity == null ? form.provider() : activity.provider();
    }

    private @Nullable Activity activity(CompletionForm form) {
        return form.activity() == null ? null : activities.get(form.activity());
    }

    /// The held rows whose place other rows have taken.
    List<UUID> superseded() {
        return superseded;
    }

    /// The known postings, with those decided here.
    Map<String, KnownPosting> known() {
        return known;
    }
}
