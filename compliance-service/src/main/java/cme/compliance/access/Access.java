package cme.compliance.access;

import cme.chassis.http.Caller;
import cme.compliance.rules.DiplomateId;

import io.quarkus.security.ForbiddenException;

import jakarta.enterprise.context.RequestScoped;

/// Who may ask what. Roles that an operation is closed to are refused before it is called; this
/// adds that a diplomate asks about nobody else.
@RequestScoped
public class Access {

    public static final String BOARD = "board";
    public static final String SOCIETY = "society";
    public static final String DIPLOMATE = "diplomate";

    /// Runs the machines and sees nothing about anybody.
    public static final String OPS = "ops";

    /// Path of everything about one diplomate; another id is no resource.
    public static final String DIPLOMATE_PATH = "/v1/diplomates/{diplomateId: [0-9A-Za-z-]{1,32}}";

    private static final String CLAIM = "diplomate_id";

    private final Caller caller;

    Access(Caller caller) {
        this.caller = caller;
    }

    /// The diplomate of the path, when the caller may read about it.
    ///
    /// @throws ForbiddenException when the caller is another diplomate
    public DiplomateId read(String diplomateId) {
        boolean own = caller.claim(CLAIM).filter(diplomateId::equals).isPresent();
        if (!caller.is(BOARD) && !(caller.is(DIPLOMATE) && own)) {
            throw new ForbiddenException();
        }
        return new DiplomateId(diplomateId);
    }

    /// Who is recorded as the one who did it.
    public String by() {
        return caller.subject();
    }
}
