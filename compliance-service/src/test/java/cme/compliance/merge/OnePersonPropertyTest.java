package cme.compliance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// One person with two numbers, over any history of merges, separations and postings for both, has
/// the answer of somebody who never had two.
///
/// `-Dhistories=25` for longer runs by hand.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OnePersonPropertyTest {

    private static final int HISTORIES = Integer.getInteger("histories", 10);
    private static final int STEPS = 14;

    @Inject CleanDatabase database;
    @Inject Events events;
    @Inject SettableClock clock;

    private int published;
    private int revision;

    @Test
    void onePersonHasOneAnswer() {
        database.wipe();
        for (int seed = 0; seed < HISTORIES; seed++) {
            var ledger = new LedgerOfTwoNumbers(seed);
            live(ledger, new Random(seed));
            String two = answer(ledger.remaining).replace(ledger.remaining, ledger.single);
            assertThat(two.replace("two-", "one-"))
                    .as("history %d", seed)
                    .isEqualTo(answer(ledger.single));
            String former = former(ledger.remaining).replace(ledger.remaining, ledger.single);
            assertThat(former.replace("two-", "one-"))
                    .as("the cycle before, history %d", seed)
                    .isEqualTo(former(ledger.single));
            assertThat(Api.status(ledger.old).statusCode()).isEqualTo(404);
        }
    }

    private void live(LedgerOfTwoNumbers ledger, Random random) {
        published = 0;
        revision = 1;
        for (String id : new String[] {ledger.single, ledger.remaining, ledger.old}) {
            if (id.equals(ledger.single) || random.nextBoolean() || id.equals(ledger.old)) {
                Api.putCycle(id, "abps-cc-10y", 2021, "2020-11-14").then().statusCode(201);
            }
        }
        boolean oldHasFormer = random.nextBoolean();
        formerCycle(ledger.single);
        if (oldHasFormer) {
            formerCycle(ledger.old);
        }
        if (!oldHasFormer || random.nextBoolean()) {
            formerCycle(ledger.remaining);
        }
        for (int step = 0; step < STEPS; step++) {
            clock.advance(Duration.ofMinutes(1));
            switch (random.nextInt(6)) {
                case 0 -> merge(ledger, random.nextBoolean());
                case 1, 2 -> ledger.correct(clock.instant());
                default -> ledger.post(clock.instant());
            }
            // Some of what was posted is still on its way when the next thing happens.
            if (random.nextBoolean()) {
                publish(ledger);
            }
        }
        clock.advance(Duration.ofMinutes(1));
        if (!ledger.isMerged()) {
            merge(ledger, random.nextBoolean());
        }
        publish(ledger);
    }

    private void merge(LedgerOfTwoNumbers ledger, boolean movesComeFirst) {
        ledger.move(clock.instant());
        if (movesComeFirst) {
            publish(ledger);
        }
        events.merge(
                ledger.old,
                ledger.isMerged() ? ledger.remaining : null,
                ++revision,
                clock.instant().toString());
    }

    private void publish(LedgerOfTwoNumbers ledger) {
        for (; published < ledger.events.size(); published++) {
            LedgerOfTwoNumbers.Keyed next = ledger.events.get(published);
            events.publish(
                    Events.COMPLETIONS,
                    "cme.credit.completion.corrected",
                    next.key(),
                    next.event());
        }
    }

    private static void formerCycle(String id) {
        Api.putCycle(id, "abps-cc-10y", 2011, "2010-11-14").then();
    }

    private static String answer(String id) {
        return withoutKnownAt(Api.status(id));
    }

    private static String former(String id) {
        return withoutKnownAt(Api.board().queryParam("cycle", 2011).get(Api.path(id, "status")));
    }

    private static String withoutKnownAt(Response answer) {
        return answer.then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceFirst("\"knownAt\":\"[^\"]*\"", "");
    }
}
