package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.client.Answer;
import cme.stack.process.StackProcess;
import cme.stack.service.Service;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Whatever process is killed while rosters are being posted: nothing is lost, nothing is doubled.
@ExtendWith(SharedSystem.class)
class KillTest {

    private static final int ROSTERS = 40;
    private static final int ROWS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String DIPLOMATE = "012348";

    private static TheSystem system;

    @BeforeAll
    static void start(TheSystem running) {
        system = running;
    }

    @Test
    void nothingIsLostAndNothingIsDoubledWhenAnyProcessIsKilled() throws InterruptedException {
        var posted = new AtomicInteger();
        var client = Thread.ofVirtual().start(() -> postAll(posted));
        for (var victim : victims()) {
            int before = posted.get();
            await().atMost(PATIENCE).until(() -> posted.get() > before || posted.get() == ROSTERS);
            victim.kill();
            victim.start();
        }
        client.join(PATIENCE);

        assertThat(posted).hasValue(ROSTERS);
        int completions = ROSTERS * ROWS;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived()).isEqualTo(completions));
        assertThat(recorded()).isEqualTo(completions);
    }

    private static List<StackProcess> victims() {
        var stack = system.stack();
        return List.of(
                stack.service(Service.CREDIT),
                stack.service(Service.COMPLIANCE),
                stack.kafka(),
                stack.service(Service.CATALOG),
                stack.postgres());
    }

    /// As a good client does: every request again until it is answered.
    private static void postAll(AtomicInteger posted) {
        for (int roster = 1; roster <= ROSTERS; roster++) {
            while (!isAnswered(roster)) {
                LockSupport.parkNanos(100_000_000);
            }
            posted.incrementAndGet();
        }
    }

    private static boolean isAnswered(int roster) {
        try {
            return List.of(200, 201).contains(post(roster).status());
        } catch (UncheckedIOException connectionLost) {
            return false;
        }
    }

    private static Answer post(int roster) {
        var csv =
                new StringBuilder("externalId,diplomateId,familyName,title,completedOn,credits\n");
        for (int row = 1; row <= ROWS; row++) {
            csv.append(
                    "R%d-%d,012348,Chen,Session %d-%d,2026-03-02,0.25\n"
                            .formatted(roster, row, roster, row));
        }
        return system.society("ASPS")
                .post("/v1/rosters?externalId=R" + roster, "text/csv", csv.toString());
    }

    private static int arrived() {
        return system.diplomate(DIPLOMATE)
                .get("/v1/diplomates/" + DIPLOMATE + "/status")
                .expect(200)
                .body()
                .at("/basis/completions")
                .asInt();
    }

    private static int recorded() {
        int count = 0;
        var next = "";
        do {
            var page =
                    system.board(Service.CREDIT)
                            .get("/v1/completions?diplomate=" + DIPLOMATE + "&limit=500" + next)
                            .expect(200);
            count += page.body().path("items").size();
            next = page.body().hasNonNull("nextCursor") ? "&cursor=" + page.at("/nextCursor") : "";
        } while (!next.isEmpty());
        return count;
    }
}
