package cme.chassis.rebuild;

import cme.chassis.http.Caller;
import cme.chassis.problem.NoSuchResource;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/// What a service answers to who wants anew what it keeps of its topics. The service says at which
/// path and to whom.
@Singleton
public class RebuildAnswers {

    public static final String SUMMARY =
            "Make anew what is kept of the topics, from their beginning";

    public static final String DESCRIPTION =
            "The old goes on answering and following until the new is complete; then one transaction"
                    + " puts right what differs. Dead letters that can be applied by now are. While a"
                    + " rebuild runs, that one is the answer.";

    private final Rebuilds rebuilds;
    private final Caller caller;

    RebuildAnswers(Rebuilds rebuilds, Caller caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    /// Begins one, 202, or answers the one that is running, 200.
    public Response request() {
        var requested = rebuilds.request(caller.subject());
        return Response.status(requested.isNew() ? 202 : 200).entity(requested.rebuild()).build();
    }

    /// The latest one.
    ///
    /// @throws NoSuchResource when none was ever asked for
    public Rebuild latest() {
        return rebuilds.latest()
                .orElseThrow(() -> new NoSuchResource("No rebuild was ever asked for."));
    }
}
