package cme.chassis.eventlog;

import cme.chassis.http.Caller;
import cme.chassis.json.Fields;
import cme.chassis.problem.NoSuchResource;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// What a service answers to who wants published events once more. The service says at which path
/// and to whom; the roles stand on its own methods, because a framework does not look for those of
/// a subclass on inherited ones.
@Singleton
public class ReplayAnswers {

    public static final String SUMMARY = "Publish once more what is published already";

    public static final String DESCRIPTION =
            "Consumers ignore what they know, so repeating is harmless; what one of them lost comes"
                    + " back. New events do not wait for it. While a replay runs, that one is the"
                    + " answer.";

    private final Replays replays;
    private final PublishedTopic topic;
    private final Caller caller;

    ReplayAnswers(Replays replays, PublishedTopic topic, Caller caller) {
        this.replays = replays;
        this.topic = topic;
        this.caller = caller;
    }

    /// Begins one, 202, or answers the one that is running, 200. Query: `from`, an instant.
    public Response request(UriInfo uri) {
        var query = Fields.ofQuery(uri.getQueryParameters());
        var from = query.instant("from");
        query.complete();
        var requested = replays.request(topic, from, caller.subject());
        return Response.status(requested.isNew() ? 202 : 200).entity(requested.replay()).build();
    }

    /// The latest one.
    ///
    /// @throws NoSuchResource when none was ever asked for
    public Replay latest() {
        return replays.latest()
                .orElseThrow(() -> new NoSuchResource("No replay was ever asked for."));
    }
}
