package cme.credit.posting;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.inject.Singleton;

import java.util.Locale;

/// Counts the outcomes of postings.
@Singleton
public final class PostMetrics {
    /// The ways to post a completion.
    public enum Kind {
        COMPLETION,
        ROSTER_ROW
    }

    private final MeterRegistry registry;

    PostMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Kind kind : Kind.values()) {
            count(kind, "recorded", 0);
        }
    }

    void count(Verdict verdict) {
        String outcome =
                switch (verdict) {
                    case Verdict.Recorded _, Verdict.Reinstated _ -> "recorded";
                    case Verdict.Duplicate _, Verdict.SameAsRow _ -> "duplicate";
                    case Verdict.Withdrawn _ -> "withdrawn";
                    case Verdict.Conflict _ -> "conflict";
                    case Verdict.Held _ -> "held";
                    case Verdict.Rejected _ -> "rejected";
                };
        count(Kind.COMPLETION, outcome, 1);
    }

    /// @param outcome in lower case, such as `recorded`
    public void count(Kind kind, String outcome, int howMany) {
        String how = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        registry.counter("cme.posts", "kind", how, "outcome", outcome).increment(howMany);
    }
}
