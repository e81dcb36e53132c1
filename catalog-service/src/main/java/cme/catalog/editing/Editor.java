package cme.catalog.editing;

import cme.catalog.activity.ProviderCode;
import cme.chassis.http.Caller;

/// Who edits.
sealed interface Editor {

    String BOARD = "board";
    String SOCIETY = "society";

    /// The subject of the token; what the history names.
    String subject();

    /// May do everything.
    record Board(String subject) implements Editor {}

    /// Proposes activities of its own and edits them while they are proposed.
    record Society(String subject, ProviderCode provider) implements Editor {}

    /// A token with a role that edits, but without what it takes.
    record Nobody(String subject) implements Editor {}

    static Editor of(Caller caller) {
        if (caller.is(BOARD)) {
            return new Board(caller.subject());
        }
        return caller.claim("provider")
                .filter(_ -> caller.is(SOCIETY))
                .filter(ProviderCode::isCode)
                .<Editor>map(code -> new Society(caller.subject(), new ProviderCode(code)))
                .orElseGet(() -> new Nobody(caller.subject()));
    }
}
