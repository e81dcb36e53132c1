package cme.credit.roster;

import cme.chassis.problem.NoSuchResource;
import cme.credit.access.Access;

import io.quarkus.security.ForbiddenException;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

/// Finds rosters for callers who may read and withdraw them: the poster and the board.
@Singleton
final class RosterAccess {
    private final Jdbi jdbi;
    private final Rosters rosters;
    private final Access access;

    RosterAccess(Jdbi jdbi, Rosters rosters, Access access) {
        this.jdbi = jdbi;
        this.rosters = rosters;
        this.access = access;
    }

    /// @throws NoSuchResource when there is no such roster
    /// @throws ForbiddenException when the roster is somebody else's
    Roster owned(String id) {
        Roster roster =
                jdbi.withHandle(handle -> rosters.find(handle, id))
                        .orElseThrow(() -> new NoSuchResource("There is no such roster."));
        if (!access.owns(roster.poster())) {
            throw new ForbiddenException();
        }
        return roster;
    }
}
