package cme.compliance.reassessment;

import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.SettableClock;
import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// How long it takes to assess everybody again, and where the time goes. Run by hand with
/// `-Dtest=RecomputeMeasurement -Dmeasure.diplomates=100000 -Dmeasure.completions=60`.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RecomputeMeasurement {

    private static final Logger LOG = Logger.getLogger(RecomputeMeasurement.class);
    private static final int DIPLOMATES = Integer.getInteger("measure.diplomates", 2_000);
    private static final int COMPLETIONS = Integer.getInteger("measure.completions", 60);

    @Inject CleanDatabase cleanDatabase;
    @Inject SettableClock clock;
    @Inject Jdbi jdbi;
    @Inject CatchUp catchUp;
    @Inject MeterRegistry registry;

    @Test
    void everybody() {
        cleanDatabase.wipe();
        jdbi.useTransaction(
                transaction -> {
                    transaction.execute(
                            "insert into diplomate select 'M' || i from generate_series(1, ?) i",
                            DIPLOMATES);
                    transaction.execute(
                            """
                            insert into cycle_revision
                            select 'M' || i, 1, 'abps-cc-10y', 2017 + i % 10, '2016-11-14', now(), 'm'
                            from generate_series(1, ?) i
                            """,
                            DIPLOMATES);
                    transaction.execute(
                            """
                            insert into completion_revision
                            select 'M' || i || '-' || c, 1, 'M' || i, 'RECORDED', null,
                                   'Course ' || c, date '2016-12-01' + (i * 7 + c * 61) % 3600,
                                   1 + c % 8, (c % 3) * 0.5, 'PROVIDER', now()
                            from generate_series(1, ?) i, generate_series(1, ?) c
                            """,
                            DIPLOMATES, COMPLETIONS);
                });
        DatabaseOwner.execute("analyze");
        measure("for the first time");
        measure("with nothing changed");
        clock.set("2026-12-02T12:00:00Z");
        measure("on another day");
    }

    private void measure(String what) {
        long[] before = parts();
        long start = System.nanoTime();
        jdbi.useTransaction(
                t ->
                        t.execute(
                                """
                                insert into reassessment
                                select diplomate_id, 'RULE_SET', now() from diplomate
                                on conflict do nothing
                                """));
        catchUp.within(Duration.ofHours(1));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        long[] after = parts();
        LOG.infof(
                "%d diplomates with %d completions each, %s: %d ms; read %d, assess %d, write %d"
                        + " ms",
                DIPLOMATES,
                COMPLETIONS,
                what,
                millis,
                after[0] - before[0],
                after[1] - before[1],
                after[2] - before[2]);
    }

    private long[] parts() {
        return Stream.of("read", "assess", "write")
                .mapToLong(
                        part ->
                                (long)
                                        registry.timer("cme.assessment", "part", part)
                                                .totalTime(TimeUnit.MILLISECONDS))
                .toArray();
    }
}
