package cme.test.style.sample.beta;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.GET;

/// Shows an entity to its callers.
public final class BetaResource {
    @Entity
    public static class Stored {
        @Id String id = "";
    }

    @GET
    public Stored read() {
        return new Stored();
    }
}
