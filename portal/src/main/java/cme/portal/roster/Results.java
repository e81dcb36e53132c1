package cme.portal.roster;

import cme.portal.credit.Roster;
import cme.portal.credit.RosterResult;

import java.util.List;

/// Results that no service needs to be asked for.
final class Results {
    private Results() {}

    /// Of no row.
    static RosterResult none(Roster roster) {
        return new RosterResult(
                roster.id(),
                roster.externalId(),
                roster.status(),
                true,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                0);
    }
}
