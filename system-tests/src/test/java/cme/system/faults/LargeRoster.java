package cme.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A roster that takes long to be recorded, posted until it is answered.
record LargeRoster(String externalId, PostingAccount account, List<Posting> rows, Journal journal) {

    /// `-Dfaults.roster-rows` chooses it.
    static final int ROWS = Integer.getInteger("faults.roster-rows", 2_000);

    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final AtomicInteger COUNT = new AtomicInteger();

    static LargeRoster of(FaultSystem plant, Journal journal, Random random) {
        var account = PostingAccount.of(Courses.SOCIETIES.getFirst(), plant, journal);
        var externalId = "large-" + COUNT.incrementAndGet();
        var rows =
                IntStream.rangeClosed(1, ROWS)
                        .mapToObj(
                                row ->
                                        new Posting(
                                                externalId + "-" + row,
                                                Diplomates.any(random),
                                                Content.random(random, account.activities())))
                        .toList();
        return new LargeRoster(externalId, account, rows, journal);
    }

    /// Every row is acknowledged with its completion, whichever attempt has recorded it.
    void post() {
        var text = new StringBuilder(Posting.CSV_HEADER);
        rows.forEach(row -> text.append(row.csv()));
        var answer =
                account.ask(
                        api ->
                                api.within(PATIENCE)
                                        .post(
                                                "/v1/rosters?externalId=" + externalId,
                                                "text/csv",
                                                text.toString()));
        if (answer.status() != 201 && answer.status() != 200) {
            journal.broken("Roster %s was answered %d", externalId, answer.status());
            return;
        }
        readRows(answer.at("/id"));
    }

    /// The answer to a large roster does not list the rows that were recorded.
    private void readRows(String id) {
        int row = 0;
        String cursor = "";
        do {
            var path = "/v1/rosters/" + id + "/rows?limit=" + PAGE + cursor;
            var page = account.ask(api -> api.get(path));
            for (var item : page.body().path("items")) {
                var completion = item.path("completion").asText();
                journal.recorded(rows.get(row++).answered(completion).promised(account.poster()));
            }
            cursor =
                    page.body().hasNonNull("nextCursor") ? "&cursor=" + page.at("/nextCursor") : "";
        } while (!cursor.isEmpty());
        if (row != rows.size()) {
            journal.broken("Roster %s of %d rows has %d", externalId, rows.size(), row);
        }
    }
}
