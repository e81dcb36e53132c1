package cme.chassis.projector;

import cme.chassis.http.Caller;
import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Problem;
import cme.chassis.projector.DeadLetterService.Outcome;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// What a service answers about the events that it could not take in. The service says at which
/// path and to whom.
@Singleton
public class DeadLetterAnswers {

    /// Of a path; another one is no resource.
    public static final String ID = "/{id: [0-9]{1,18}}";

    public static final String RETRY =
            "The answer says what has come of it: `APPLIED`, or still `OPEN` with the reason of this"
                    + " attempt. It may be older than what was applied since; revisions see to that."
                    + " Applied once, a retry changes nothing.";

    public static final String DISCARD =
            "It is kept, and a rebuild applies it if it can be read by then.";

    private final DeadLetters letters;
    private final DeadLetterService desk;
    private final Caller caller;

    DeadLetterAnswers(DeadLetters letters, DeadLetterService desk, Caller caller) {
        this.letters = letters;
        this.desk = desk;
        this.caller = caller;
    }

    /// A page, oldest first. Query: `state` (those that wait, when left out), `limit`, `cursor`.
    public Page<DeadLetter> list(UriInfo uri) {
        var query = Fields.ofQuery(uri.getQueryParameters());
        var state = query.oneOf("state", DeadLetter.State.class);
        var page = PageRequest.read(query, 1);
        long after = after(query, page);
        query.complete();
        var rows =
                letters.list(
                        state == null ? DeadLetter.State.OPEN : state, after, page.rowsToFetch());
        return Page.of(rows, page, letter -> Cursor.of(Long.toString(letter.id())));
    }

    private static long after(Fields query, PageRequest page) {
        var after = page.after();
        if (after == null) {
            return 0;
        }
        if (!after.part(0).matches("[0-9]{1,18}")) {
            query.violation(
                    "cursor", "cursor.unknown", "This is not a cursor that this list gave out.");
            return 0;
        }
        return Long.parseLong(after.part(0));
    }

    public DeadLetterWithValue get(long id) {
        var letter = desk.find(id).orElseThrow(DeadLetterAnswers::missing);
        return new DeadLetterWithValue(letter, desk.value(letter).orElse(null));
    }

    public Response retry(long id) {
        return answer(desk.retry(id, caller.subject()));
    }

    public Response discard(long id, JsonBody body) {
        var request = body.read(DiscardRequest::read);
        return answer(desk.discard(id, caller.subject(), request.reason()));
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var letter) -> Response.ok(letter).build();
            case Outcome.Missing _ -> missing().problem().response();
            case Outcome.AlreadyResolved(var letter) ->
                    Problem.conflict(
                                    "dead-letter-resolved",
                                    "It does not wait any more: it is " + letter.state() + ".")
                            .response();
            case Outcome.Rebuilding _ ->
                    Problem.conflict(
                                    "rebuild-running",
                                    "A rebuild is running and tries every dead letter again.")
                            .response();
        };
    }

    private static NoSuchResource missing() {
        return new NoSuchResource("There is no such dead letter.");
    }
}
