package cme.chassis.chain;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.chain.Finding.Kind;
import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.TestEvents;
import cme.test.stack.LocalStackResource;
import cme.test.stack.Tamperer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody with all rights in the database changes something: it is told and located, by the
/// running check and by the one that is asked for.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@TestProfile(ChainProfile.class)
class ChainTest {

    private static final String[] TABLES = {
        "event_log", "event_log_block", "event_log_checkpoint", "sample"
    };

    private static final int ENTRIES = 6;
    private static final int MANY = 100;

    @Inject EventLog log;
    @Inject Jdbi jdbi;
    @Inject Samples samples;
    @Inject Blocks blocks;
    @Inject Checkpoints checkpoints;
    @Inject CheckpointTopic topic;
    @Inject Findings findings;
    @Inject Verifications verifications;
    @Inject @Wellness ChainHealth health;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Tamperer tamperer;
    private final String key = UUID.randomUUID().toString();
    private List<Long> seqs;

    @BeforeEach
    void entriesAreChainedAndSigned() {
        tamperer = new Tamperer(url);
        seqs = append(ENTRIES);
        samples.put(key, 1);
        awaitPublished(end());
        tamperer.backUp(TABLES);
    }

    @AfterEach
    void mend() {
        tamperer.restore(TABLES);
        await().until(() -> findings.count() == 0);
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    }

    /// The numbers of the new entries. Between the second and the third is one without an entry.
    private List<Long> append(int entries) {
        jdbi.useTransaction(
                handle ->
                        log.append(handle, List.of(TestEvents.of(key, 1), TestEvents.of(key, 2))));
        try (Handle handle = jdbi.open()) {
            handle.begin();
            log.append(handle, List.of(TestEvents.of(key, 0)));
            handle.rollback();
        }
        jdbi.useTransaction(
                handle ->
                        log.append(
                                handle,
                                IntStream.rangeClosed(3, entries)
                                        .mapToObj(revision -> TestEvents.of(key, revision))
                                        .toList()));
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select seq from event_log where key = :key order by seq")
                                .bind("key", key)
                                .mapTo(Long.class)
                                .list());
    }

    private long end() {
        return jdbi.withHandle(
                h -> h.createQuery("select max(seq) from event_log").mapTo(Long.class).one());
    }

    private void awaitPublished(long seq) {
        await().until(() -> topic.newest().filter(c -> c.lastSeq() >= seq).isPresent());
    }

    /// What is to be told of an entry; its number is 0 where it is of none.
    private record Told(Kind kind, long seq) {
        boolean is(Finding finding) {
            return finding.kind() == kind && finding.seq() == seq;
        }
    }

    private void assertTold(Kind kind, long seq) {
        assertTold(new Told(kind, seq));
    }

    /// Awaits that the running check tells each, and that the check that is asked for does.
    private void assertTold(Told... all) {
        await().untilAsserted(() -> assertAmong(findings.open(MANY), all));
        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
        assertAmong(verified(), all);
    }

    private static void assertAmong(List<Finding> found, Told... all) {
        assertThat(all).allSatisfy(told -> assertThat(found).anyMatch(told::is));
    }

    private List<Finding> verified() {
        verifications.request("test");
        await().until(
                        () ->
                                verifications.latest().orElseThrow().state()
                                        == Verification.State.COMPLETE);
        return verifications.latest().orElseThrow().findings();
    }

    @Test
    void whatNobodyTouchedAgrees() {
        assertThat(verified()).isEmpty();
        Verification done = verifications.latest().orElseThrow();
        assertThat(done.entries()).isGreaterThanOrEqualTo(ENTRIES);
        assertThat(done.rows()).isPositive();
        assertThat(done.checkpoints()).isPositive();
        assertThat(done.events()).isGreaterThanOrEqualTo(ENTRIES);
    }

    /// All at once, because each look at everything takes a while: another author, none, another
    /// subject, content, type or time, and an entry where none was.
    @Test
    void everyEntryThatWasTamperedWithIsTold() {
        long gap = seqs.get(1) + 1;
        tamperer.run(
                """
                insert into event_log (seq, key, type, payload, recorded_at, recorded_by)
                overriding system value
                select %d, key, type, payload || '{"revision": 99}', recorded_at, recorded_by
                from event_log where seq = %d
                """
                        .formatted(gap, seqs.get(1)),
                "update event_log set recorded_by = 'somebody' where seq = " + seqs.get(0),
                "delete from event_log where seq = " + seqs.get(1),
                "update event_log set key = 'another' where seq = " + seqs.get(2),
                "update event_log set payload = payload || '{\"revision\": 900}' where seq = "
                        + seqs.get(3),
                "update event_log set type = 'test.another' where seq = " + seqs.get(4),
                "update event_log set recorded_at = recorded_at + interval '1 microsecond' where seq = "
                        + seqs.get(5));
        assertTold(
                new Told(Kind.ENTRY_ALTERED, seqs.get(0)),
                new Told(Kind.ENTRY_MISSING, seqs.get(1)),
                new Told(Kind.ENTRY_ADDED, gap),
                new Told(Kind.ENTRY_ALTERED, seqs.get(2)),
                new Told(Kind.ENTRY_ALTERED, seqs.get(3)),
                new Told(Kind.ENTRY_ALTERED, seqs.get(4)),
                new Told(Kind.ENTRY_ALTERED, seqs.get(5)));
    }

    @Test
    void aForgedRevisionAtTheEndWithoutARowIsTold() {
        tamperer.run(
                """
                insert into event_log (key, type, payload, recorded_at, recorded_by)
                values ('%s-forged', '%s',
                    '{"amount": 900, "revision": 1, "recordedAt": "2026-11-23T10:00:00Z"}', now(), 'test')
                """
                        .formatted(key, Samples.TYPE));
        long forged = end();
        assertTold(Kind.ROW_MISSING, forged);
        // It is chained like any other, so it stays, and its row is entered.
        await().until(() -> jdbi.withHandle(blocks::last).lastSeq() >= forged);
        tamperer.run(
                "insert into sample values ('%s-forged', 900, 1, '2026-11-23T10:00:00Z')"
                        .formatted(key));
        tamperer.backUp(TABLES);
    }

    @Test
    void aForgedRepetitionOfAnOldRevisionIsToldThoughTheRowWasPutBack() {
        long first = end();
        samples.put(key, 2);
        tamperer.run(
                """
                insert into event_log (key, type, payload, recorded_at, recorded_by)
                select key, type, payload, recorded_at, recorded_by from event_log where seq = %d
                """
                        .formatted(first),
                "update sample set revision = 1 where id = '%s'".formatted(key));
        long forged = end();
        assertTold(Kind.REVISION_REPEATED, forged);
        // It is chained like any other, so it stays, and a new revision follows it.
        await().until(() -> jdbi.withHandle(blocks::last).lastSeq() >= forged);
        samples.put(key, 3);
        long mending = end();
        await().until(() -> jdbi.withHandle(blocks::last).lastSeq() >= mending);
        tamperer.backUp(TABLES);
    }

    @Test
    void reorderedEntriesAreTold() {
        List<Long> pair = twoOfOneBlock();
        long one = pair.getFirst();
        long other = pair.getLast();
        tamperer.run(
                """
                update event_log e set event_id = o.event_id, key = o.key, type = o.type,
                    payload = o.payload, recorded_at = o.recorded_at, recorded_by = o.recorded_by
                from backup_event_log o
                where (e.seq = %1$d and o.seq = %2$d) or (e.seq = %2$d and o.seq = %1$d)
                """
                        .formatted(one, other));
        assertTold(new Told(Kind.ENTRY_MOVED, one), new Told(Kind.ENTRY_MOVED, other));
    }

    /// Of entries in different blocks only that they are others is told.
    private List<Long> twoOfOneBlock() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select e.seq from event_log e
                                        join event_log_block b on e.seq between b.first_seq and b.last_seq
                                        where e.key = :key and b.number = (
                                            select b.number from event_log e
                                            join event_log_block b on e.seq between b.first_seq and b.last_seq
                                            where e.key = :key
                                            group by b.number having count(*) > 1 order by 1 limit 1)
                                        order by e.seq limit 2
                                        """)
                                .bind("key", key)
                                .mapTo(Long.class)
                                .list());
    }

    @Test
    void anAlteredCurrentRowIsTold() {
        tamperer.run("update sample set amount = 900 where id = '%s'".formatted(key));
        assertTold(Kind.ROW_DIFFERS, end());
    }

    @Test
    void aDeletedCurrentRowIsTold() {
        tamperer.run("delete from sample where id = '%s'".formatted(key));
        assertTold(Kind.ROW_MISSING, end());
    }

    @Test
    void anAlteredChainIsTold() {
        Block.End last = jdbi.withHandle(blocks::last);
        tamperer.run(
                "update event_log_block set root = sha256('x') where number = " + last.number());
        assertTold(Kind.BLOCK_BROKEN, 0);
    }

    @Test
    void anAlteredCheckpointIsTold() {
        tamperer.run("update event_log_checkpoint set note = replace(note, 'last', 'lasr')");
        assertTold(Kind.CHECKPOINT_BROKEN, 0);
    }

    @Test
    void aRestoredOldBackupIsTold() {
        tamperer.backUp(TABLES);
        jdbi.useTransaction(handle -> log.append(handle, List.of(TestEvents.of(key, 7))));
        long lost = end();
        awaitPublished(lost);
        tamperer.run(
                "create table later_event_log as select * from event_log",
                "create table later_event_log_block as select * from event_log_block",
                "create table later_event_log_checkpoint as select * from event_log_checkpoint");
        tamperer.restore(TABLES);
        assertTold(Kind.CHAIN_REPLACED, lost);
        for (String table : List.of("event_log", "event_log_block", "event_log_checkpoint")) {
            tamperer.run(
                    "drop table backup_" + table,
                    "alter table later_%1$s rename to backup_%1$s".formatted(table));
        }
    }

    @Test
    void aChainThatWasMadeAgainAfterAnAlterationIsToldAndTheEntryFound() {
        tamperer.run(
                "update event_log set payload = payload || '{\"revision\": 900}' where seq = "
                        + seqs.get(3),
                "delete from event_log_checkpoint",
                "delete from event_log_block");
        await().untilAsserted(
                        () ->
                                assertThat(findings.open(10))
                                        .anyMatch(f -> f.kind() == Kind.CHAIN_REPLACED));
        assertThat(verified())
                .anyMatch(f -> f.kind() == Kind.CHAIN_REPLACED)
                .anyMatch(f -> f.kind() == Kind.EVENT_DIFFERS && f.seq() == seqs.get(3));
    }

    @Test
    void nothingIsSignedWhileTheLogDoesNotAgree() {
        tamperer.run("delete from event_log where seq = " + seqs.get(1));
        assertTold(Kind.ENTRY_MISSING, seqs.get(1));
        long signed = topic.newest().orElseThrow().lastSeq();
        jdbi.useTransaction(handle -> log.append(handle, List.of(TestEvents.of(key, 7))));
        long later = end();
        await().until(() -> jdbi.withHandle(blocks::last).lastSeq() >= later);
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> topic.newest().orElseThrow().lastSeq() == signed);
    }
}
