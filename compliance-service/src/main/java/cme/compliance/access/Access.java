package cme.compliance.access;

import cme.chassis.http.Caller;
import cme.chassis.problem.NoSuchResource;
import cme.compliance.person.Persons;
import cme.compliance.rules.DiplomateId;

import io.quarkus.security.ForbiddenException;

import jakarta.enterprise.context.RequestScoped;

/// The rights of the caller. Quarkus checks the role before an operation is called; this class adds
/// that diplomates read only about themselves.
@RequestScoped
public class Access {

    /// The longest number, in characters.
    public static final int MAX_NUMBER = 40;

    /// The form of a number, here as in the register of credit-service; the board's setting may be
    /// narrower.
    public static final String NUMBER = "[0-9A-Za-z_-][0-9A-Za-z._-]{0,39}";

    /// The path of everything about one diplomate. A path with another form of id is not found.
    public static final String DIPLOMATE_PATH = "/v1/diplomates/{diplomateId: " + NUMBER + "}";

    private static final String CLAIM = "diplomate_id";

    private final Caller caller;

    private final Persons persons;

    Access(Caller caller, Persons persons) {
        this.caller = caller;
        this.persons = persons;
    }

    /// The diplomate of the path, if the caller may read about it.
    ///
    /// @throws ForbiddenException if the caller is another diplomate
    /// @throws NoSuchResource with the number to ask for, if this one is merged into it
    public DiplomateId read(String diplomateId) {
        DiplomateId diplomate = readAlsoMerged(diplomateId);
        persons.requireOwn(diplomate);
        return diplomate;
    }

    /// The same for answers that tell by themselves that the number is merged.
    public DiplomateId readAlsoMerged(String diplomateId) {
        var asked = new DiplomateId(diplomateId);
        if (!caller.is(Roles.BOARD) && !(caller.is(Roles.DIPLOMATE) && isOwn(asked))) {
            throw new ForbiddenException();
        }
        return asked;
    }

    /// A token may still have a number from before a merge.
    private boolean isOwn(DiplomateId asked) {
        return caller.claim(CLAIM)
                .filter(own -> own.equals(asked.value()) || isMergedInto(own, asked))
                .isPresent();
    }

    private boolean isMergedInto(String own, DiplomateId asked) {
        return !own.isBlank() && persons.remaining(new DiplomateId(own)).equals(asked);
    }

    public boolean isBoard() {
        return caller.is(Roles.BOARD);
    }

    /// The subject that is recorded with a change.
    public String by() {
        return caller.subject();
    }
}
