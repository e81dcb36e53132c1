package cme.system.faults;

import cme.stack.client.Answer;
import cme.stack.client.Api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.function.BiFunction;

/// Corrects and withdraws. A request without an answer is sent again. If the completion was changed
/// meanwhile, it checks whether the change was made by the request without an answer.
final class CorrectingClient {

    private static final int MOST_TRIES = 100;

    private final String name;
    private final PostingAccount account;
    private final Journal journal;
    private int count;

    CorrectingClient(String name, PostingAccount account, Journal journal) {
        this.name = name;
        this.account = account;
        this.journal = journal;
    }

    void correct(String completion, Content content) {
        var tag = tag();
        var body = content.json().put("reason", tag).toString();
        var path = "/v1/completions/" + completion;
        var stands =
                change(completion, tag, (api, etag) -> api.with("If-Match", etag).put(path, body));
        if (!Content.of(stands).equals(content) || !isStatus(stands, "RECORDED")) {
            journal.broken("Correction %s of %s was answered %s", tag, completion, stands);
        }
    }

    void withdraw(String completion) {
        var tag = tag();
        var path = "/v1/completions/" + completion + "/withdrawal";
        var stands =
                change(
                        completion,
                        tag,
                        (api, etag) -> api.with("If-Match", etag).post(path, reason(tag)));
        if (!isStatus(stands, "WITHDRAWN")) {
            journal.broken("Withdrawal %s of %s was answered %s", tag, completion, stands);
        }
    }

    void withdrawRoster(Rosters.Sent roster) {
        var tag = tag();
        var path = "/v1/rosters/" + roster.id() + "/withdrawal";
        account.ask(api -> api.post(path, reason(tag))).expect(200);
        var withdrawn = roster.fresh().stream().map(Posting::completion).toList();
        journal.rosterWithdrawn(new Journal.RosterWithdrawn(tag, withdrawn));
    }

    /// @return the revision that was made, or what stood already and needed none
    private JsonNode change(
            String completion, String tag, BiFunction<Api, String, Answer> request) {
        for (int i = 0; i < MOST_TRIES; i++) {
            var etag = etag(completion);
            var answer = account.ask(api -> request.apply(api, etag));
            if (answer.status() == 412) {
                var made = revisions(completion).stream().filter(r -> has(r, tag)).findFirst();
                if (made.isPresent()) {
                    return promised(made.get(), tag);
                }
            } else {
                return promised(answer.expect(200).body(), tag);
            }
        }
        throw new IllegalStateException("Others always came first, at " + completion);
    }

    private JsonNode promised(JsonNode stands, String tag) {
        if (has(stands, tag)) {
            journal.revised(
                    new Journal.Revised(
                            stands.path("id").asText(),
                            stands.path("revision").asInt(),
                            stands.path("status").asText(),
                            Content.of(stands),
                            tag));
        }
        return stands;
    }

    private String etag(String completion) {
        var answer = account.ask(api -> api.get("/v1/completions/" + completion));
        return answer.expect(200).headers().firstValue("ETag").orElseThrow();
    }

    private List<JsonNode> revisions(String completion) {
        var path = "/v1/completions/" + completion + "/revisions";
        return account.ask(api -> api.get(path))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private String tag() {
        var tag = name + "-c" + ++count;
        journal.sends(tag);
        return tag;
    }

    private static String reason(String tag) {
        return JsonNodeFactory.instance.objectNode().put("reason", tag).toString();
    }

    private static boolean has(JsonNode revision, String tag) {
        return revision.path("reason").asText().equals(tag);
    }

    private static boolean isStatus(JsonNode revision, String status) {
        return revision.path("status").asText().equals(status);
    }
}
