package cme.system.faults;

import cme.stack.client.Answer;
import cme.system.faults.Diplomates.Diplomate;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Posts rosters as JSON or CSV, some of them twice. Each has a row that was already posted, one of
/// an unknown diplomate, and an invalid one.
final class Rosters {

    /// A roster that was answered.
    ///
    /// @param fresh the ids of the completions that came with it
    record Sent(String id, String externalId, String type, String body, List<Posting> fresh) {}

    private static final int MOST_ROWS = 20;
    private static final Diplomate NOBODY = new Diplomate("899999", "Nobody", 2020, "none", false);
    private static final Content SENSELESS =
            new Content(
                    null,
                    "From the future",
                    LocalDate.of(2400, 1, 1),
                    Content.decimal("1.00"),
                    null);

    private final String name;
    private final PostingAccount account;
    private final List<Posting> own;
    private final Random random;
    private final Journal journal;
    private final List<Sent> sent = new ArrayList<>();
    private int count;

    Rosters(
            String name,
            PostingAccount account,
            List<Posting> own,
            Random random,
            Journal journal) {
        this.name = name;
        this.account = account;
        this.own = own;
        this.random = random;
        this.journal = journal;
    }

    void post() {
        var externalId = name + "-r" + ++count;
        var fresh = new ArrayList<Posting>();
        int size = 1 + random.nextInt(MOST_ROWS);
        for (int row = 1; row <= size; row++) {
            var content = Content.random(random, account.activities());
            fresh.add(new Posting(externalId + "-" + row, Diplomates.any(random), content));
        }
        var rows = new ArrayList<>(fresh);
        rows.add(new Posting(externalId + "-held", NOBODY, fresh.getFirst().content()));
        rows.add(new Posting(externalId + "-bad", fresh.getFirst().diplomate(), SENSELESS));
        if (!own.isEmpty()) {
            rows.add(own.get(random.nextInt(own.size())));
        }
        var csv = random.nextBoolean();
        var body = csv ? csv(rows) : json(externalId, rows);
        var roster = new Sent("", externalId, csv ? "text/csv" : "application/json", body, fresh);
        var answer = send(roster);
        var answered = promised(answer, rows).subList(0, size);
        own.addAll(answered);
        sent.add(new Sent(answer.at("/id"), externalId, roster.type(), body, answered));
    }

    /// The same roster again: every row is a duplicate.
    void again() {
        if (sent.isEmpty()) {
            post();
        }
        var roster = sent.get(random.nextInt(sent.size()));
        var answer = send(roster);
        if (!answer.at("/recorded").equals("0") || !answer.at("/id").equals(roster.id())) {
            journal.broken("Roster %s again was answered %s", roster.externalId(), answer.body());
        }
        promised(answer, roster.fresh());
    }

    /// Any roster, which is not posted again from now on.
    Sent forget() {
        if (sent.isEmpty()) {
            post();
        }
        return sent.remove(random.nextInt(sent.size()));
    }

    private Answer send(Sent roster) {
        var path = "/v1/rosters?externalId=" + roster.externalId();
        var answer = account.ask(api -> api.post(path, roster.type(), roster.body()));
        if (answer.status() != 201 && answer.status() != 200) {
            throw new IllegalStateException(
                    "Roster %s was answered %d %s"
                            .formatted(roster.externalId(), answer.status(), answer.body()));
        }
        return answer;
    }

    /// @return those of the rows that stand, with the ids that were answered
    private List<Posting> promised(Answer answer, List<Posting> rows) {
        var standing = new ArrayList<Posting>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var result = answer.body().path("results").path(i);
            var outcome = result.path("outcome").asText();
            if (!outcome.matches(expected(row))) {
                journal.broken("Row %s of a roster became %s", row, result);
            } else if (result.hasNonNull("completion")) {
                var answered = row.answered(result.path("completion").asText());
                journal.recorded(answered.promised(account.poster()));
                standing.add(answered);
            }
        }
        return standing;
    }

    private static String expected(Posting row) {
        if (row.diplomate() == NOBODY) {
            return "HELD";
        }
        return row.content() == SENSELESS ? "REJECTED" : "RECORDED|DUPLICATE|WITHDRAWN";
    }

    private static String csv(List<Posting> rows) {
        var text = new StringBuilder(Posting.CSV_HEADER);
        rows.forEach(row -> text.append(row.csv()));
        return text.toString();
    }

    private static String json(@Nullable String externalId, List<Posting> rows) {
        var roster = JsonNodeFactory.instance.objectNode().put("externalId", externalId);
        var list = roster.putArray("rows");
        rows.forEach(row -> list.add(row.json()));
        return roster.toString();
    }
}
