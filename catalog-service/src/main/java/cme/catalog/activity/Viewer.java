package cme.catalog.activity;

import cme.catalog.access.Roles;
import cme.catalog.provider.ProviderCode;
import cme.chassis.http.Caller;

import io.quarkus.security.AuthenticationFailedException;

/// The caller of a read, by the proposals that it may see. Everything else is open to all.
public sealed interface Viewer {

    /// Sees every proposal.
    record Board() implements Viewer {}

    /// Sees its own proposals.
    record Society(ProviderCode provider) implements Viewer {}

    /// Sees no proposal.
    record Anybody() implements Viewer {}

    /// A token that is not valid is worth as much as none, because the answer needs none.
    static Viewer of(Caller caller) {
        try {
            if (caller.is(Roles.BOARD)) {
                return new Board();
            }
            return caller.claim("provider")
                    .filter(_ -> caller.is(Roles.SOCIETY))
                    .filter(ProviderCode::isCode)
                    .<Viewer>map(code -> new Society(new ProviderCode(code)))
                    .orElseGet(Anybody::new);
        } catch (AuthenticationFailedException invalid) {
            return new Anybody();
        }
    }

    default boolean sees(ActivityRevision revision) {
        return switch (this) {
            case Board() -> true;
            case Society(ProviderCode provider) ->
                    !isProposed(revision)
                            || revision.activity().description().provider().equals(provider);
            case Anybody() -> !isProposed(revision);
        };
    }

    /// Also one that was retired before the board approved it.
    private static boolean isProposed(ActivityRevision revision) {
        return revision.activity().beforeRetirement() instanceof Activity.Proposed;
    }
}
