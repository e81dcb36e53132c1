package cme.system.faults;

import cme.stack.client.Answer;

import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// The board's staff who change in the catalog how often activities may count, and with that the
/// statuses of everybody who completed them.
final class CatalogEditor implements Runnable {

    private static final List<String> ONCE_PER = List.of("DATE", "WINDOW", "CYCLE");
    private static final long PAUSE_NANOS = 700_000_000;

    private final String name;
    private final Line line;
    private final Random random;
    private final Journal journal;
    private int count;
    private volatile boolean stopped;

    CatalogEditor(String name, Line line, Random random, Journal journal) {
        this.name = name;
        this.line = line;
        this.random = random;
        this.journal = journal;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                edit(Courses.all().get(random.nextInt(Courses.all().size())));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (RuntimeException e) {
            journal.broken("The catalog's editor gave up: %s", e);
        }
    }

    /// Nobody else edits, so the same again is always answered with what stands.
    private void edit(String code) {
        var title = "Edition " + name + "-" + ++count;
        var body = Courses.json(code, title, ONCE_PER.get(random.nextInt(ONCE_PER.size())));
        var path = "/v1/activities/" + code;
        var seen = expect200(line.ask(api -> api.get(path))).headers().firstValue("ETag");
        var answer =
                expect200(
                        line.ask(api -> api.with("If-Match", seen.orElseThrow()).put(path, body)));
        if (!answer.at("/title").equals(title)) {
            journal.broken("Edition %s was answered %s", title, answer.body());
        }
        journal.edited(title, answer.body().path("revision").asInt());
    }

    private static Answer expect200(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(
                    "%s was answered %d %s"
                            .formatted(answer.request(), answer.status(), answer.body()));
        }
        return answer;
    }
}
