package cme.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever is sent, every operation answers, never with a failure of its own, and the ledger stays
/// whole.
///
/// `-Dfuzz.requests=10000` for a long run, `-Dfuzz.seed=...` to repeat one.
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_123);
    private static final int CLIENTS = 8;

    @Inject CatalogEvents catalog;
    @Inject Jdbi jdbi;
    @TestHTTPResource URI base;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
        Callers.board()
                .contentType("text/csv")
                .body("diplomateId,familyName\nFUZZ-1,Fuzz\nFUZZ-2,Fuzz\n")
                .post("/v1/identities/imports")
                .then()
                .statusCode(200);
    }

    @Test
    void everyRequestIsAnsweredAndTheLedgerStaysWhole() throws Exception {
        String id = Ledger.postNew("1");
        String roster =
                Ledger.postTable("FUZZ", Callers.sample("roster.csv").replace("ASPS-2026", "FUZZ"))
                        .extract()
                        .path("id");
        List<BrokenRequests.Template> templates = BrokenRequests.templates(id, roster);
        List<Callable<List<String>>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(SEED + client);
            clients.add(() -> send(templates, random));
        }
        List<String> failures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> answers : threads.invokeAll(clients)) {
                failures.addAll(answers.get());
            }
        }
        assertThat(failures).isEmpty();
        assertThat(orphans()).isZero();
    }

    private List<String> send(List<BrokenRequests.Template> templates, Random random)
            throws IOException, InterruptedException {
        List<String> failures = new ArrayList<>();
        String[] tokens = {
            TestTokens.board(), TestTokens.society("ASPS"), TestTokens.diplomate("012345")
        };
        for (int i = 0; i < REQUESTS / CLIENTS; i++) {
            BrokenRequests.Template template = templates.get(random.nextInt(templates.size()));
            byte[] body = template.mutatedBody(random);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(base.resolve(template.mutatedPath(random)))
                            .timeout(Duration.ofSeconds(30))
                            .header(
                                    "Authorization",
                                    "Bearer " + tokens[random.nextInt(tokens.length)])
                            .header("Content-Type", template.type())
                            .method(
                                    template.method(),
                                    HttpRequest.BodyPublishers.ofByteArray(body));
            if (random.nextBoolean()) {
                request.header("If-Match", "\"" + (1 + random.nextInt(3)) + "\"");
            }
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 500 || leaks(answer.body())) {
                failures.add(
                        "%s %s %s -> %d %s%n%s"
                                .formatted(
                                        template.method(),
                                        template.path(),
                                        template.type(),
                                        answer.statusCode(),
                                        answer.body(),
                                        new String(body, java.nio.charset.StandardCharsets.UTF_8)));
            }
        }
        return failures;
    }

    /// Events have types such as `cme.credit.completion.recorded`; names of classes have capitals.
    private static final Pattern CLASS_NAME = Pattern.compile("cme\\.credit\\.[a-z.]*[A-Z]");

    private static boolean leaks(String body) {
        return body.contains("Exception")
                || CLASS_NAME.matcher(body).find()
                || body.contains("select ");
    }

    /// Completions whose revisions are not in the log, rows of rosters that name nothing, and
    /// rosters whose counts are not those of their rows.
    private int orphans() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select (select count(*) from completion c where (
                                                select count(distinct e.payload ->> 'revision') from event_log e
                                                where e.key = any(array(
                                                        select c.diplomate_id
                                                        union all
                                                        select m.diplomate_id from completion_moved m
                                                        where m.completion = c.id))
                                                    and e.payload ->> 'id' = c.id::text) <> c.revision)
                                            + (select count(*) from roster_row r
                                                where r.completion is not null
                                                    and not exists (select from completion c where c.id = r.completion))
                                            + (select count(*) from held_row h
                                                where h.state = 'RECORDED' and h.completion is null)
                                            + (select count(*) from roster o
                                                where not exists (select from (
                                                        select count(*) filter (where r.outcome = 'RECORDED') as recorded,
                                                            count(*) filter (where r.outcome = 'DUPLICATE') as duplicate,
                                                            count(*) filter (where r.outcome = 'CONFLICT') as conflict,
                                                            count(*) filter (where r.outcome = 'HELD') as held,
                                                            count(*) filter (where r.outcome = 'REJECTED') as rejected
                                                        from roster_row r where r.roster = o.id and r.mended_in is null) n
                                                    where (o.recorded, o.duplicate, o.conflict, o.held, o.rejected)
                                                        = (n.recorded, n.duplicate, n.conflict, n.held, n.rejected)))
                                        """)
                                .mapTo(Integer.class)
                                .one());
    }
}
