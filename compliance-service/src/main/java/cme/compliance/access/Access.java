package cme.compliance.access;

import cme.chassis.http.Caller;
import cme.compliance.rules.DiplomateId;

import io.quarkus.security.ForbiddenException;

import jakarta.enterprise.context.RequestScoped;

/// The rights of the caller. Quarkus checks the role before an operation is called; this class adds
/// that diplomates read only about themselves.
@RequestScoped
public class Access {

    /// The path of everything about one diplomate. A path with another form of id is not found.
    public static final String DIPLOMATE_PATH = "/v1/diplomates/{diplomateId: [0-9A-Za-z-]{1,32}}";

    private static final String CLAIM = "diplomate_id";

    private final Caller caller;

    Access(Caller caller) {
        this.caller = caller;
    }

    /// The diplomate of the path, if the caller may read about it.
    ///
    /// @throws ForbiddenException if the caller is another diplomate
    public DiplomateId read(String diplomateId) {
        boolean own = caller.claim(CLAIM).filter(diplomateId::equals).isPresent();
        if (!caller.is(Roles.BOARD) && !(caller.is(Roles.DIPLOMATE) && own)) {
            throw new ForbiddenException();
        }
        return new DiplomateId(diplomateId);
    }

    /// The subject that is recorded with a change.
    public String by() {
        return caller.subject();
    }
}
