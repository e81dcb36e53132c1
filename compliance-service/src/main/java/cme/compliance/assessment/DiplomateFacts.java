package cme.compliance.assessment;

import cme.compliance.activity.ActivityCopy;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that this service keeps about one diplomate.
record DiplomateFacts(
        DiplomateId diplomate,
        DiplomateRecord record,
        List<Completion> completions,
        ActivityCopy activities) {

    /// The facts about one cycle as known at an instant. Retracted records are left out here; the
    /// rules leave out those recorded later.
    ///
    /// @param cycles those known at the instant
    Facts facts(CycleSequence cycles, Place place, Instant knownAt) {
        Succession.Former former =
                cycles.before(place)
                        .map(b -> new Succession.Former(b.rules(), facts(cycles, b, knownAt)))
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
        return new Cycle(cycle.ruleSet(), cycle.startYear(), cycle.certifiedOn(), Instant.EPOCH);
    }

    /// The instant at which all of this is known: now, or later when another service's clock is
    /// ahead.
    Instant allKnownAt(Instant now) {
        Instant latest = later(now, record.latestRecordedAt());
        for (Completion completion : completions) {
            for (Completion.Revision revision : completion.revisions()) {
                latest = later(latest, revision.recordedAt());
                latest = later(latest, latestOf(revision));
            }
        }
        return latest;
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
        return completions.stream()
                .map(completion -> completion.revisions().getLast().completedOn())
                .filter(date -> date.isAfter(asOf))
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
