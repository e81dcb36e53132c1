package cme.credit.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The party in whose name something is posted. An `externalId` belongs to its poster: two posters
/// may use the same one for different things.
///
/// @param provider code of the society; null unless a provider posts
public record Poster(Kind kind, @Nullable String provider) {
    /// The kinds of posters.
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
            throw new IllegalArgumentException("A provider needs a code; others have none");
        }
    }

    public static Poster provider(String code) {
        return new Poster(Kind.PROVIDER, code);
    }

    /// The poster as one text, by which the database tells posters apart.
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
