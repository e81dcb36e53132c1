package cme.compliance.status;

import cme.compliance.activity.ActivityCopy;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Facts;
import cme.compliance.rules.Subject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/// Everything that is known about one diplomate, ready to be assessed.
///
/// @param recordLatest when the board recorded something about the diplomate last
record KnownFacts(Facts facts, ActivityCopy activities, Instant recordLatest) {

    /// The instant at which all of this is known: now, or later when another service's clock is
    /// ahead.
    Instant allKnownAt(Instant now) {
        var latest = recordLatest.isAfter(now) ? recordLatest : now;
        for (var completion : facts.completions()) {
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
        return facts.completions().stream()
                .map(Completion::revisions)
                .map(revisions -> revisions.getLast().completedOn())
                .filter(date -> date.isAfter(asOf))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /// The next day on which the answer may be another one although nothing comes in.
    static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
