package cme.benchmarks.stack;

import cme.benchmarks.Scale;
import cme.stack.service.Service;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The made-up board: grows from level to level, the same every time.
public final class Dataset {
    private static final int ACTIVITIES = 20;
    private static final int LEDGER_COMPLETIONS = 10;

    /// Begins the ids of those for whom completions are posted: they are others than those with
    /// evidence, who therefore stay as they are.
    private static final String POSTED = "P";

    private final BenchmarkStack rig;
    private int diplomates;

    public Dataset(BenchmarkStack rig) {
        this.rig = rig;
    }

    /// Diplomates with evidence.
    public int diplomates() {
        return diplomates;
    }

    /// Diplomates with evidence.
    public Diplomates known() {
        return new Diplomates(Diplomates.WITH_EVIDENCE, diplomates);
    }

    /// Diplomates for whom completions are posted.
    public Diplomates posted() {
        return new Diplomates(POSTED, rig.scale().eventDiplomates());
    }

    /// The data at 1x: the catalog, identities, and diplomates who were really assessed.
    private void begin() {
        long from = System.nanoTime();
        enterActivities(rig);
        importIdentities(rig, posted(), 1, posted().number());
        enrol(POSTED);
        diplomates = rig.scale().diplomates(1);
        addEvidence(rig.compliance(), 1, diplomates);
        rig.compliance()
                .run(
                        """
                        insert into reassessment select diplomate_id, 'RULE_SET', now() from diplomate order by 1
                        on conflict do nothing\
                        """);
        rig.awaitReassessed();
        addLedger(1, diplomates);
        say("%,d diplomates, assessed".formatted(diplomates), from);
    }

    /// Grows the data to a level, starting from nothing. At the last level the worklist gets its
    /// full length.
    public void growTo(int level) {
        if (diplomates == 0) {
            begin();
        }
        long from = System.nanoTime();
        int after = rig.scale().diplomates(level);
        if (after > diplomates) {
            int all = level == Scale.LAST ? Math.max(after, rig.scale().listed()) : after;
            int middle = (diplomates + after) / 2; // in several sessions, for two cores
            try (var second = Sql.open(rig.compliance().database())) {
                var ledger = CompletableFuture.runAsync(() -> addLedger(diplomates + 1, after));
                var half =
                        CompletableFuture.runAsync(
                                () -> {
                                    addEvidence(second, middle + 1, after);
                                    addStatuses(second, middle + 1, all);
                                });
                addEvidence(rig.compliance(), diplomates + 1, middle);
                addStatuses(rig.compliance(), diplomates + 1, middle);
                CompletableFuture.allOf(ledger, half).join();
            }
            diplomates = after;
        }
        analyze();
        say("%,d diplomates".formatted(diplomates), from);
    }

    /// Makes the tables that grow with the data as small as they were at 1x, with the same rows in
    /// them, so that the cost at 1x can be measured by services as warm as those that met more
    /// data. What was logged stays, and diplomates without evidence.
    public void returnToFirst() {
        long from = System.nanoTime();
        diplomates = rig.scale().diplomates(1);
        Map<String, Object> last = Map.of("last", known().id(diplomates));
        rig.compliance().runFile("first-evidence.sql", last);
        rig.credit().runFile("first-ledger.sql", last);
        analyze();
        say("%,d diplomates again".formatted(diplomates), from);
    }

    /// Enters the activities that completions name, and waits until the other services know them.
    public static void enterActivities(BenchmarkStack rig) {
        var board = rig.board(Service.CATALOG);
        for (int i = 0; i < ACTIVITIES; i++) {
            String path = "/v1/activities/BENCH-" + i;
            board.put(
                            path,
                            """
                            {"code": "BENCH-%d", "title": "Meeting %d", "provider": "ASPS", "type": "MEETING", "credits": 60,
                             "patientSafetyCredits": 12, "creditsConfirmed": true, "oncePer": "DATE"}\
                            """
                                    .formatted(i, i))
                    .expect(201);
            board.post(
                            path + "/approvals",
                            """
                            {"purpose": "TRACER", "procedures": ["CARPAL_TUNNEL"], "from": "2015-01-01"}\
                            """)
                    .expect(200, 201);
        }
        Await.until(
                "the activities",
                () ->
                        rig.credit().number(ofBench("activity where status = 'APPROVED' and"))
                                        == ACTIVITIES
                                && rig.compliance()
                                                .number(
                                                        ofBench(
                                                                "activity_revision where revision ="
                                                                        + " 2 and"))
                                        == ACTIVITIES);
    }

    private static String ofBench(String table) {
        return "select count(*) from " + table + " code like 'BENCH-%'";
    }

    /// Imports who some of the diplomates are: their names, by which postings are matched.
    public static void importIdentities(BenchmarkStack rig, Diplomates of, int from, int to) {
        var csv = new StringBuilder("diplomateId,familyName\n");
        for (int i = from; i <= to; i++) {
            csv.append("%s,Bench%d%n".formatted(of.id(i), i));
        }
        rig.board(Service.CREDIT)
                .post("/v1/identities/imports", "text/csv", csv.toString())
                .expect(200, 201);
    }

    /// Gives cycles to diplomates whose ids begin so and of whom nothing else is known.
    public void enrol(String prefix) {
        rig.compliance()
                .runFile("enrol.sql", Map.of("prefix", prefix, "diplomates", posted().number()));
    }

    private void addEvidence(Sql session, int from, int to) {
        session.runFile("records.sql", Map.of("from", from, "to", to));
        session.runFile(
                "evidence.sql",
                Map.of("from", from, "to", to, "completions", rig.scale().completions()));
    }

    private void addStatuses(Sql session, int from, int to) {
        session.runFile(
                "statuses.sql",
                Map.of("from", from, "to", to, "assessed", rig.scale().diplomates(1)));
    }

    private void addLedger(int from, int to) {
        rig.credit()
                .runFile(
                        "ledger.sql",
                        Map.of("from", from, "to", to, "completions", LEDGER_COMPLETIONS));
    }

    private void analyze() {
        var ledger = CompletableFuture.runAsync(() -> rig.credit().run("vacuum analyze"));
        rig.compliance().run("vacuum analyze");
        ledger.join();
    }

    private static void say(String what, long from) {
        System.out.printf("  data: %s (%.0f s)%n", what, Await.secondsSince(from));
    }
}
