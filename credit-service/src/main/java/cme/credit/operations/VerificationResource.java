package cme.credit.operations;

import cme.chassis.chain.Verification;
import cme.chassis.chain.VerificationOperations;
import cme.chassis.chain.Verifications;
import cme.chassis.http.Caller;
import cme.credit.access.Roles;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// Checks of the event log, its chain, the current completions and identities, and the topics.
@Path("/v1/ledger/verification")
@RolesAllowed({Roles.BOARD, Roles.OPS})
public class VerificationResource extends VerificationOperations {

    VerificationResource(Verifications verifications, Caller caller) {
        super(verifications, caller);
    }

    @Override
    public Response request() {
        return super.request();
    }

    @Override
    public Verification latest() {
        return super.latest();
    }
}
