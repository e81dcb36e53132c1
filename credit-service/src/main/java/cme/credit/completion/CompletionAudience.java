package cme.credit.completion;

import cme.chassis.eventlog.Audience;
import cme.credit.access.Poster;

/// The events that a poster may see: the board all, a society those of its own completions.
public final class CompletionAudience {

    /// The giver of a society's completion is always the society itself. An index serves this.
    private static final String POSTED_BY_PROVIDER =
            """
            payload ->> 'poster' = 'PROVIDER' and payload ->> 'provider' = :audience""";

    private CompletionAudience() {}

    public static Audience of(Poster poster) {
        String provider = poster.provider();
        return provider == null
                ? Audience.ofEverything(poster.key())
                : new Audience(provider, POSTED_BY_PROVIDER);
    }
}
