package cme.compliance.assessment;

import cme.compliance.activity.ActivityCopy;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is kept about one diplomate, ready to be assessed.
public record DiplomateFacts(
        DiplomateId diplomate,
        DiplomateRecord record,
        List<Completion> completions,
        ActivityCopy activities) {

    /// What the rules are to be given for an answer as known at an instant. What was taken back is
    /// left out here, and what was recorded later by the rules.
    public Facts facts(Instant knownAt) {
        return new Facts(
                diplomate,
                record.cycles(),
                record.pathways(knownAt),
                record.tracers(),
                record.decisions(knownAt),
                completions,
                activities.catalog());
    }

    /// The instant at which all of this is known: now, or later when another service's clock is
    /// ahead.
    public Instant allKnownAt(Instant now) {
        var latest = later(now, record.latestRecordedAt());
        for (var completion : completions) {
            for (var revision : completion.revisions()) {
                latest = later(latest, revision.recordedAt());
                latest = later(latest, latestOf(revision));
            }
        }
        return latest;
    }

    private @Nullable Instant latestOf(Completion.Revision revision) {
        if (revision.subject() instanceof Subject.InCatalog(var code)) {
            var activity = activities.find(code);
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
