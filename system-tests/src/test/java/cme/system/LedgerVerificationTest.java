package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.stack.client.Api;
import cme.stack.service.Service;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody with all rights in a database alters what a running system has recorded: the health of
/// the service names it within a minute, without being asked, and `./cme verify` names it first.
/// Each test puts back what it altered.
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerVerificationTest {

    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);
    private static final String ID = "909021";

    private static final String ACTIVITY = "/v1/activities/LEDGER-2026";
    private static final String OLD = "catalog_of_yesterday";
    private static final String NEW = "catalog_of_today";

    /// In one transaction, so in one block of the chain.
    private static final String ROSTER =
            """
            externalId,diplomateId,familyName,activity,completedOn,credits
            LEDGER-1,909021,Ledger,ASPS-ANNUAL-2026,2026-10-05,1.5
            LEDGER-2,909021,Ledger,ASPS-ANNUAL-2026,2026-10-06,1.5
            LEDGER-3,909021,Ledger,ASPS-ANNUAL-2026,2026-10-07,1.5
            LEDGER-4,909021,Ledger,ASPS-ANNUAL-2026,2026-10-08,1.5
            """;

    private static final String ENTRIES =
            "select seq from event_log where payload ->> 'externalId' like 'LEDGER-%' order by seq";

    private static final String ROW = "update completion set credits = %s where external_id = '%s'";
    private static final String NAME =
            "update identity set family_name = '%s' where diplomate_id = '%s'";

    private RunningSystem system;
    private TamperedDatabase credit;

    /// The numbers of the entries of the roster.
    private List<Long> entries;

    /// A number after them, and before others, that no entry has.
    private long gap;

    /// The id of a completion that was posted alone, after the gap.
    private String completion;

    @BeforeAll
    void record(RunningSystem running) throws Exception {
        system = running;
        credit = new TamperedDatabase(system.stack(), Service.CREDIT);
        system.introduce(ID, "Ada", "Ledger");
        Api society = system.society("ASPS");
        society.post("/v1/rosters?externalId=LEDGER", "text/csv", ROSTER).expect(200, 201);
        entries = credit.numbers(ENTRIES);
        assertThat(entries).hasSize(4);
        // As a transaction that is rolled back leaves it.
        gap = credit.number("select nextval(pg_get_serial_sequence('event_log', 'seq'))");
        completion =
                society.post(
                                "/v1/completions",
                                """
                                {"externalId": "LEDGER-21", "diplomateId": "%s", "familyName": "Ledger",
                                 "title": "Grand rounds", "completedOn": "2026-10-04", "credits": 1.5}
                                """
                                        .formatted(ID))
                        .expect(201)
                        .at("/id");
        awaitChained(credit);
        credit.run(
                "create table ledger_backup as select * from event_log where seq between %d and %d"
                        .formatted(entries.getFirst(), gap));
        awaitWell(Service.CREDIT);
    }

    @AfterAll
    void everythingAgreesInTheEnd() throws Exception {
        credit.run("drop table ledger_backup");
        for (Service service : Service.values()) {
            awaitWell(service);
        }
        VerifyRun after = VerifyRun.of(system.stack());
        assertThat(after.exitCode()).as(after.output()).isZero();
        assertThat(after.output()).contains("credit-service", "compliance-service", "all agree");
    }

    /// All at once, because each look at everything takes a while. Entries of a roster change
    /// places, are deleted and altered, and one is forged where none was.
    @Test
    void everyEntryThatWasTamperedWithIsTold() throws Exception {
        credit.run(
                """
                update event_log e set event_id = o.event_id, key = o.key, type = o.type,
                    payload = o.payload, recorded_at = o.recorded_at, recorded_by = o.recorded_by
                from ledger_backup o
                where (e.seq = %1$d and o.seq = %2$d) or (e.seq = %2$d and o.seq = %1$d)
                """
                        .formatted(entries.get(0), entries.get(2)),
                "delete from event_log where seq = " + entries.get(1),
                "update event_log set payload = payload || '{\"credits\": 60}' where seq = "
                        + entries.get(3),
                """
                insert into event_log (seq, key, type, payload, recorded_at, recorded_by)
                overriding system value
                select %d, key, type, payload || '{"credits": 60}', recorded_at, recorded_by
                from event_log where seq = %d
                """
                        .formatted(gap, entries.get(3)));
        try {
            assertTold(
                    "ENTRY_MOVED in event_log, entry " + entries.get(0),
                    "ENTRY_MISSING in event_log, entry " + entries.get(1),
                    "ENTRY_MOVED in event_log, entry " + entries.get(2),
                    "ENTRY_ALTERED in event_log, entry " + entries.get(3),
                    "ENTRY_ADDED in event_log, entry " + gap);
        } finally {
            putEntriesBack();
        }
    }

    /// The publisher sends it and compliance-service counts it, so it is followed by corrections.
    @Test
    void aForgedRevisionAtTheEndIsTold() throws Exception {
        credit.run(
                """
                insert into event_log (key, type, payload, recorded_at, recorded_by)
                select key, type, payload || '{"credits": 60, "revision": 2}', now(), recorded_by
                from event_log where payload ->> 'id' = '%s'
                """
                        .formatted(completion));
        long forged = credit.number("select max(seq) from event_log");
        try {
            assertTold("ROW_DIFFERS in completion, entry " + forged);
        } finally {
            correct(1);
            correct(2);
        }
    }

    private void correct(int revision) {
        system.society("ASPS")
                .with("If-Match", "\"" + revision + "\"")
                .put(
                        "/v1/completions/" + completion,
                        """
                        {"title": "Grand rounds", "completedOn": "2026-10-04", "credits": %d,
                         "reason": "Counted again"}
                        """
                                .formatted(revision + 1))
                .expect(200);
    }

    private void putEntriesBack() throws Exception {
        credit.run(
                "delete from event_log where seq between %d and %d"
                        .formatted(entries.getFirst(), gap),
                "insert into event_log overriding system value select * from ledger_backup");
    }

    @Test
    void anAlteredCreditAndAnAlteredNameAreToldAndPostingGoesOn() throws Exception {
        long last =
                credit.number(
                        "select max(seq) from event_log where type like '%%identity%%' and key = '%s'"
                                .formatted(ID));
        credit.run(ROW.formatted("60", "LEDGER-2"), NAME.formatted("Loveless", ID));
        try {
            assertTold(
                    "ROW_DIFFERS in completion, entry " + entries.get(1),
                    "ROW_DIFFERS in identity, entry " + last);
            assertThat(management(Service.CREDIT).health("ready")).isEqualTo(200);
        } finally {
            credit.run(ROW.formatted("1.5", "LEDGER-2"), NAME.formatted("Ledger", ID));
        }
    }

    @Test
    void aRestoredOldBackupIsTold() throws Exception {
        var catalog = new TamperedDatabase(system.stack(), Service.CATALOG);
        catalog.backUp(OLD);
        // Until PostgreSQL is found again.
        await().atMost(TOLD_WITHIN)
                .until(
                        () -> system.board(Service.CATALOG).put(ACTIVITY, activity()).status(),
                        status -> status == 200 || status == 201);
        awaitSigned(catalog);
        long lost = catalog.number("select max(seq) from event_log");
        catalog.replaceBy(OLD, NEW);
        try {
            assertTold(Service.CATALOG, "CHAIN_REPLACED in catalog.checkpoints.v1, entry " + lost);
        } finally {
            catalog.replaceBy(NEW, OLD);
            catalog.drop(OLD);
        }
    }

    private static String activity() {
        return """
        {"code": "LEDGER-2026", "title": "Ledgers", "provider": "ASPS", "type": "MEETING",
         "credits": 6, "creditsConfirmed": true, "oncePer": "DATE"}
        """;
    }

    private void assertTold(String... findings) throws Exception {
        assertTold(Service.CREDIT, findings);
    }

    /// By the health of the service within a minute, which names some, and by `./cme verify`, which
    /// names all, before anything else.
    private void assertTold(Service service, String... findings) throws Exception {
        await().atMost(TOLD_WITHIN)
                .untilAsserted(
                        () ->
                                assertThat(management(service).healthData("well"))
                                        .contains(findings[0]));
        assertThat(management(service).health("well")).isEqualTo(503);
        assertThat(management(service).metric("cme_chain_findings")).isPositive();
        VerifyRun run = VerifyRun.of(system.stack());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(findings)
                .anyMatch(finding -> run.findings().getFirst().startsWith(finding + ", subject "));
        assertThat(run.output()).contains(findings);
    }

    private void awaitWell(Service service) {
        await().atMost(TOLD_WITHIN).until(() -> management(service).health("well") == 200);
    }

    private Management management(Service service) {
        return new Management(system.stack(), service);
    }

    private static void awaitChained(TamperedDatabase database) {
        awaitReached(database, "select coalesce(max(last_seq), 0) from event_log_block");
    }

    private static void awaitSigned(TamperedDatabase database) {
        awaitReached(
                database,
                """
                select coalesce(max(b.last_seq), 0)
                from event_log_checkpoint c join event_log_block b on b.number = c.block
                """);
    }

    private static void awaitReached(TamperedDatabase database, String query) {
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                database.number(query)
                                        >= database.number("select max(seq) from event_log"));
    }
}
