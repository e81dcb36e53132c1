package cme.system.faults;

import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// The board's staff, who change in the catalog how often activities may count, and with that the
/// statuses of every diplomate who completed them.
final class CatalogEditor implements Runnable {

    private static final List<String> ONCE_PER = List.of("DATE", "WINDOW", "CYCLE");
    private static final long PAUSE_NANOS = 700_000_000;

    private final String name;
    private final RetryingApi line;
    private final Random random;
    private final Journal journal;
    private int count;

    CatalogEditor(String name, RetryingApi line, Random random, Journal journal) {
        this.name = name;
        this.line = line;
        this.random = random;
        this.journal = journal;
    }

    @Override
    public void run() {
        edit(Courses.all().get(random.nextInt(Courses.all().size())));
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    /// There is no other editor, so a repeated change is answered with the current content.
    private void edit(String code) {
        var title = "Edition " + name + "-" + ++count;
        var body = Courses.json(code, title, ONCE_PER.get(random.nextInt(ONCE_PER.size())));
        var path = "/v1/activities/" + code;
        var read = line.ask(api -> api.get(path)).expect(200);
        var seen = read.headers().firstValue("ETag").orElseThrow();
        var answer = line.ask(api -> api.with("If-Match", seen).put(path, body)).expect(200);
        if (!answer.at("/title").equals(title)) {
            journal.broken("Edition %s was answered %s", title, answer.body());
        }
        journal.edited(title, answer.body().path("revision").asInt());
    }
}
