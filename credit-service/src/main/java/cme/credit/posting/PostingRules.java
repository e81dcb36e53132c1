package cme.credit.posting;

import cme.chassis.problem.Violation;
import cme.credit.access.Poster;
import cme.credit.activity.Activity;
import cme.credit.completion.Completion;
import cme.credit.completion.Completion.Content;
import cme.credit.completion.Completions;
import cme.credit.completion.Occasion;
import cme.credit.completion.Overruled;
import cme.credit.completion.Posted;
import cme.credit.completion.TimeOrderedId;
import cme.credit.heldrow.HeldRow;
import cme.credit.heldrow.Plausibility;
import cme.credit.identity.DiplomateNumberForm;
import cme.credit.identity.IdentityFields;
import cme.credit.matching.IdentityMatch;
import cme.credit.matching.IdentityMatch.HoldReason;
import cme.credit.matching.IdentityMatching;
import cme.credit.matching.Questions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides on posted rows one by one, without the database.
///
/// Each decision is known to the next one, so that a row that comes twice in one request is
/// recorded once.
final class PostingRules {
    private final Occasion occasion;
    private final PostingMode mode;
    private final LocalDate today;
    private final Map<String, Activity> activities;
    private final Map<String, KnownPosting> known;
    private final Identities identities;
    private final Overruled overruled;
    private final Checks checks;
    private final List<UUID> superseded = new ArrayList<>();

    /// The diplomates whom the rows could mean, and what the poster is told about them.
    record Identities(Questions questions, IdentityMatching matching) {
        Questions.Answer ask(Reading.WellFormed row) {
            return questions.ask(matching, row.claim());
        }
    }

    /// Checks that follow settings.
    record Checks(Plausibility plausibility, DiplomateNumberForm numberForm) {}

    /// @param known postings under the `externalId`s of the rows
    /// @param overruled what the board decided otherwise about, of the days of the rows
    PostingRules(
            Occasion occasion,
            PostingMode mode,
            LocalDate today,
            Map<String, Activity> activities,
            Map<String, KnownPosting> known,
            Identities identities,
            Overruled overruled,
            Checks checks) {
        this.occasion = occasion;
        this.mode = mode;
        this.today = today;
        this.activities = activities;
        this.known = new HashMap<>(known);
        this.identities = identities;
        this.overruled = overruled;
        this.checks = checks;
    }

    Verdict judge(Reading reading) {
        return switch (reading) {
            case Reading.Broken row -> new Verdict.Rejected(List.of(row.violation()));
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
            case KnownPosting.Completed completed ->
                    same || isAsRecorded(row, completed)
                            ? again(completed, row.row())
                            : conflict(row, completed);
            case KnownPosting.Waiting waiting -> {
                if (same) {
                    yield new Verdict.Held.Already(
                            waiting.heldRow(), waiting.reason(), waiting.row());
                }
                yield waiting.row() == KnownPosting.EARLIER
                        ? take(row, List.of(waiting.heldRow()))
                        : conflict(row, waiting);
            }
            case KnownPosting.Discarded discarded ->
                    (same || discarded.isErased()) && !(mode.reinstate() && discarded.isByPoster())
                            ? again(discarded)
                            : take(row, List.of(discarded.heldRow()));
            case KnownPosting.Rehearsed earlier -> same ? again(earlier) : conflict(earlier);
        };
    }

    /// Whether the row says what the completion was corrected to. It is all that there is to
    /// compare when the person was erased.
    private boolean isAsRecorded(Reading.WellFormed row, KnownPosting.Completed before) {
        Completion completion = before.completion();
        boolean isCorrected = completion.revision() > 1 && row.posted().diplomateId() != null;
        return (isCorrected || before.contentHash().equals(Completions.ERASED_HASH))
                && Difference.between(completion, sent(row)).isEmpty();
    }

    private Posted sent(Reading.WellFormed row) {
        return row.posted().withProvider(provider(row.form()));
    }

    private Verdict again(KnownPosting.Completed before, int row) {
        Completion completion = before.completion();
        if (before.row() != KnownPosting.EARLIER) {
            return new Verdict.SameAsRow(before.row(), mode.dryRun() ? null : completion.id());
        }
        if (!completion.isWithdrawn()) {
            return new Verdict.Duplicate(completion);
        }
        boolean isBoards =
                isBoardsWord(completion)
                        || mode.reinstate()
                                && overruledBy(completion.diplomateId(), completion.content())
                                        .isPresent();
        if (isBoards || !mode.reinstate()) {
            return new Verdict.Withdrawn.OfCompletion(completion, isBoards);
        }
        Completion now = completion.reinstated(occasion.at(), occasion.by());
        remember(new KnownPosting.Completed(before.externalId(), before.contentHash(), row, now));
        return new Verdict.Reinstated(now);
    }

    private Verdict again(KnownPosting.Discarded before) {
        return before.isByPoster()
                ? new Verdict.Withdrawn.OfHeldRow(before.heldRow(), before.reason())
                : new Verdict.Rejected(
                        List.of(
                                new Violation(
                                        "/externalId",
                                        "held-row.discarded",
                                        "The board has discarded this row: " + before.why())));
    }

    private static Verdict again(KnownPosting.Rehearsed before) {
        return before.reason() == null
                ? new Verdict.SameAsRow(before.row(), null)
                : new Verdict.Held.Already(before.id(), before.reason(), before.row());
    }

    private boolean isBoardsWord(Completion completion) {
        return completion.boardDecided() && !occasion.poster().equals(Poster.BOARD);
    }

    private Verdict conflict(Reading.WellFormed row, KnownPosting.Completed before) {
        Posted sent = sent(row);
        Completion completion = before.completion();
        return new Verdict.Conflict(
                before.row() == KnownPosting.EARLIER
                        ? Taken.by(completion, sent, isBoardsWord(completion))
                        : Taken.byRow(
                                before.row(),
                                mode.dryRun() ? null : completion.id(),
                                null,
                                told(Difference.between(completion, sent))));
    }

    /// A dry run of a society does not tell the number of a diplomate who was found by an NPI.
    private List<Difference> told(List<Difference> differences) {
        return mode.dryRun() && identities.questions().isOfSociety()
                ? differences.stream().filter(d -> !d.field().equals("diplomateId")).toList()
                : differences;
    }

    private Verdict conflict(Reading.WellFormed row, KnownPosting.Waiting before) {
        return new Verdict.Conflict(
                Taken.byRow(
                        before.row(),
                        null,
                        mode.dryRun() ? null : before.heldRow(),
                        Difference.between(before.posted(), sent(row))));
    }

    private static Verdict conflict(KnownPosting.Rehearsed before) {
        return new Verdict.Conflict(Taken.byRow(before.row(), null, null, List.of()));
    }

    /// @param replaced held rows whose place the row takes
    private Verdict take(Reading.WellFormed row, List<UUID> replaced) {
        List<Violation> violations = check(row.form());
        if (!violations.isEmpty()) {
            return new Verdict.Rejected(violations);
        }
        superseded.addAll(replaced);
        UUID id = TimeOrderedId.at(occasion.at());
        Posted posted = sent(row);
        Questions.Answer answer = identities.ask(row);
        boolean isRehearsed = mode.dryRun() && identities.questions().isOfSociety();
        return switch (answer.truth()) {
            case IdentityMatch.Match _ when answer.masked() ->
                    held(id, posted, row, HoldReason.NEEDS_REVIEW, true, null);
            case IdentityMatch.Match(String diplomateId)
                    when overruledBy(diplomateId, posted.content()).orElse(null)
                            instanceof String earlier ->
                    held(id, posted, row, HoldReason.NEEDS_REVIEW, false, earlier);
            case IdentityMatch.Match _ when needsReview(posted) ->
                    held(id, posted, row, HoldReason.NEEDS_REVIEW, false, null);
            case IdentityMatch.Match(String diplomateId) -> {
                Completion completion = Completion.first(id, diplomateId, posted, occasion, null);
                remember(
                        new KnownPosting.Completed(
                                row.externalId(), row.contentHash(), row.row(), completion));
                yield new Verdict.Recorded(completion, row.contentHash());
            }
            case HoldReason reason ->
                    held(id, posted, row, reason, answer.masked() || isRehearsed, null);
        };
    }

    /// The earlier posting of the same by this poster about which the board decided otherwise.
    private Optional<String> overruledBy(String diplomateId, Content content) {
        return overruled.by(Overruled.Day.of(occasion.poster(), diplomateId, content), content);
    }

    private boolean needsReview(Posted posted) {
        return checks.plausibility()
                .needsReview(posted.content(), occasion.poster(), occasion.at());
    }

    /// @param masked whether the poster is told `NO_MATCH` whatever the reason is
    private Verdict held(
            UUID id,
            Posted posted,
            Reading.WellFormed row,
            HoldReason reason,
            boolean masked,
            @Nullable String overruled) {
        var held = new HeldRow(id, posted, row.contentHash(), reason, masked, occasion);
        remember(
                new KnownPosting.Waiting(
                        row.externalId(), row.contentHash(), row.row(), id, held.told(), posted));
        return new Verdict.Held.Now(held, overruled);
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
