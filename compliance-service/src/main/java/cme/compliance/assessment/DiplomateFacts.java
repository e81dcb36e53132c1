package cme.compliance.assessment;

import cme.compliance.activity.ActivityCopy;
import cme.compliance.diplomate.LateRevisions;
import cme.compliance.diplomate.NamedInstants;
import cme.compliance.evidence.CompletionHistory;
import cme.compliance.evidence.SeenCompletion;
import cme.compliance.evidence.SeenCompletion.SeenRevision;
import cme.compliance.person.PersonNumbers;
import cme.compliance.record.CycleSequence;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Facts;
import cme.compliance.rules.Succession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that this service keeps about one diplomate.
///
/// @param seen the completions with all their revisions, as the numbers of the diplomate are known
///   now
/// @param histories of all completions that the diplomate has or had, under any number
/// @param late the revisions that came in after an answer of a later instant
/// @param named the latest instants that an answer and a readiness event have named
record DiplomateFacts(
        DiplomateId diplomate,
        DiplomateRecord record,
        PersonNumbers numbers,
        List<SeenCompletion> seen,
        List<CompletionHistory> histories,
        LateRevisions late,
        ActivityCopy activities,
        NamedInstants.Latest named) {

    /// The facts about one cycle as known at an instant. Records that were taken back and
    /// completions that came in later are left out here; the rules leave out what was recorded
    /// later.
    ///
    /// @param cycles those known at the instant
    Facts facts(CycleSequence cycles, Place place, Instant knownAt) {
        List<Completion> completions =
                seenAt(knownAt, numbers, histories, late).stream()
                        .map(SeenCompletion::completion)
                        .toList();
        return facts(cycles, place, knownAt, completions);
    }

    private Facts facts(
            CycleSequence cycles, Place place, Instant knownAt, List<Completion> completions) {
        Succession.Former former =
                cycles.before(place)
                        .map(
                                b ->
                                        new Succession.Former(
                                                b.rules(), facts(cycles, b, knownAt, completions)))
                        .orElse(null);
        return new Facts(
                diplomate,
                List.of(alwaysKnown(place.cycle())),
                record.pathways(knownAt),
                record.tracers(place),
                record.decisions(place, knownAt),
                completions,
                activities.catalog(),
                new Succession(former, cycles.nextBegins(place)));
    }

    /// The cycles in the sequence are those known at the instant, so the rules need not ask again.
    private static Cycle alwaysKnown(Cycle cycle) {
        return new Cycle(cycle.ruleSet(), cycle.startYear(), cycle.certifiedOn(), Instant.MIN);
    }

    static List<SeenCompletion> seenAt(
            Instant knownAt,
            PersonNumbers numbers,
            Collection<CompletionHistory> histories,
            LateRevisions late) {
        Set<String> known = numbers.knownAt(knownAt);
        return histories.stream()
                .map(history -> history.asSeenBy(known, late, knownAt))
                .flatMap(Optional::stream)
                .toList();
    }

    /// The instant of the last thing that is known, which an answer with everything names.
    Instant latest() {
        Instant latest = later(record.latestRecordedAt(), numbers.latest());
        for (SeenCompletion completion : seen) {
            for (SeenRevision known : completion.revisions()) {
                latest = later(latest, known.knownSince());
                latest = later(latest, latestOf(known.revision()));
            }
        }
        return latest;
    }

    Instant answeredUntil() {
        return named.answered();
    }

    /// The last instant that may be asked for: now, or later where another service's clock is
    /// ahead.
    Instant lastKnowable(Instant now) {
        return later(later(now, latest()), named.any());
    }

    private @Nullable Instant latestOf(Completion.Revision revision) {
        if (revision.subject() instanceof Subject.InCatalog(Activity.Code code)) {
            Activity activity = activities.find(code);
            return activity == null ? null : activity.revisions().getLast().recordedAt();
        }
        return null;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /// The day after `asOf` on which a completion begins to be looked at; null when none lies
    /// ahead.
    @Nullable LocalDate nextCompletionAfter(LocalDate asOf) {
        return seen.stream()
                .map(completion -> completion.revisions().getLast().revision().completedOn())
                .filter(date -> date.isAfter(asOf))
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
