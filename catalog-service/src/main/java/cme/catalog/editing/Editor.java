package cme.catalog.editing;

import cme.catalog.access.Roles;
import cme.catalog.provider.ProviderCode;
import cme.chassis.http.Caller;

/// The caller of an edit, by rights.
sealed interface Editor {

    /// The subject of the token, which the history shows.
    String subject();

    /// May do everything.
    record Board(String subject) implements Editor {}

    /// Proposes activities of its own and edits them while they are proposed.
    record Society(String subject, ProviderCode provider) implements Editor {}

    /// Has a role that edits, but its token names no provider.
    record Nobody(String subject) implements Editor {}

    static Editor of(Caller caller) {
        if (caller.is(Roles.BOARD)) {
            return new Board(caller.subject());
        }
        return caller.claim("provider")
                .filter(_ -> caller.is(Roles.SOCIETY))
                .filter(ProviderCode::isCode)
                .<Editor>map(code -> new Society(caller.subject(), new ProviderCode(code)))
                .orElseGet(() -> new Nobody(caller.subject()));
    }
}
