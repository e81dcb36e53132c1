package cme.credit.completion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who posts. What a poster calls by an `externalId` is theirs: the same one of another poster is
/// another thing.
///
/// @param provider code of the society; null unless a provider posts
public record Poster(Kind kind, @Nullable String provider) {
    /// In whose name a completion is posted.
    @Schema(name = "PosterKind")
    public enum Kind {
        PROVIDER,
        BOARD,
        DIPLOMATE
    }

    public static final Poster BOARD = new Poster(Kind.BOARD, null);

    /// @throws IllegalArgumentException when a provider has no code, or another poster has one
    public Poster {
        if ((kind == Kind.PROVIDER) != (provider != null)) {
            throw new IllegalArgumentException("only a provider has a code");
        }
    }

    public static Poster provider(String code) {
        return new Poster(Kind.PROVIDER, code);
    }

    /// What the database tells posters apart by.
    public String key() {
        return provider == null ? kind.name() : kind.name() + ":" + provider;
    }

    /// The poster that has this [#key].
    public static Poster ofKey(String key) {
        int colon = key.indexOf(':');
        return colon < 0
                ? new Poster(Kind.valueOf(key), null)
                : new Poster(Kind.valueOf(key.substring(0, colon)), key.substring(colon + 1));
    }
}
