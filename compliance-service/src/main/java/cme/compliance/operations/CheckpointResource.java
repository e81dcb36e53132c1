package cme.compliance.operations;

import cme.chassis.chain.CheckpointList;
import cme.chassis.chain.CheckpointOperations;
import cme.chassis.chain.CheckpointView;
import cme.chassis.http.Page;

import io.quarkus.security.Authenticated;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/// The signed heads of the hash chain beside the event log, for everybody who has a token: the more
/// keep them, the less can be altered unseen.
@Path("/v1/readiness-ledger/checkpoints")
@Authenticated
public class CheckpointResource extends CheckpointOperations {

    CheckpointResource(CheckpointList checkpoints) {
        super(checkpoints);
    }

    @Override
    public Page<CheckpointView> list(UriInfo uri) {
        return super.list(uri);
    }
}
