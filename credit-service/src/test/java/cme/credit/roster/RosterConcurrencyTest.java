package cme.credit.roster;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.ConcurrentCalls;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RosterConcurrencyTest {
    private static final int ROWS = 300;
    private static final String HEADER =
            "externalId,diplomateId,familyName,title,completedOn,credits\n";

    @Inject CatalogEvents catalog;

    private final String name = UUID.randomUUID().toString().substring(0, 13);

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    @Test
    void fiveClientsThatPostTheSameRosterRecordItOnce() throws Exception {
        String csv = rows(0, ROWS);
        List<Response> answers = ConcurrentCalls.call(5, _ -> post(name, csv));
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201);
        assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(1);
        assertThat(sum(answers, "recorded")).isEqualTo(ROWS);
        assertThat(sum(answers, "duplicate")).isEqualTo(4 * ROWS);
        assertThat(stored()).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void overlappingRostersAndSinglePostsRecordEachCompletionOnce() throws Exception {
        List<Response> answers =
                ConcurrentCalls.call(
                        12,
                        i -> i < 4 ? post(name + i, rows(i * 50, i * 50 + 150)) : single(i * 25));
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201);
        assertThat(stored()).hasSize(300).doesNotHaveDuplicates();
        HashSet<String> ids = new HashSet<>();
        for (Response answer : answers) {
            JsonPath json = answer.jsonPath();
            if (json.get("results") != null) {
                ids.addAll(json.getList("results.completion"));
            } else {
                ids.add(json.getString("id"));
            }
        }
        assertThat(ids).hasSize(300);
    }

    @Test
    void rowsAndTheirIdentityThatComeAtTheSameTimeMeet() throws Exception {
        for (int round = 0; round < 5; round++) {
            String diplomateId = name + "-" + round;
            List<Response> answers =
                    ConcurrentCalls.call(
                            6,
                            i -> {
                                if (i == 3) {
                                    Callers.putIdentity(
                                            diplomateId, "1090123450", "A", "Novak", "01-01");
                                    return board().get("/v1/identities/" + diplomateId);
                                }
                                return post(
                                        diplomateId + i,
                                        HEADER
                                                + diplomateId
                                                + "-"
                                                + i
                                                + ","
                                                + diplomateId
                                                + ",Novák,Rounds,2026-10-04,1\n");
                            });
            assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201);
            assertThat(
                            board().get("/v1/completions?diplomate=" + diplomateId)
                                    .jsonPath()
                                    .getList("items"))
                    .hasSize(5);
        }
    }

    private Response post(String roster, String csv) {
        return society("ASPS")
                .contentType("text/csv")
                .body(csv)
                .post("/v1/rosters?externalId=" + roster);
    }

    private Response single(int number) {
        return society("ASPS")
                .contentType("application/json")
                .body(
                        """
                        {"externalId":"%s-%d","diplomateId":"012348","familyName":"Chen","title":"Rounds %d",
                         "completedOn":"2026-10-04","credits":1}
                        """
                                .formatted(name, number, number))
                .post("/v1/completions");
    }

    private String rows(int from, int to) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = from; i < to; i++) {
            csv.append("%s-%d,012348,Chen,Rounds %d,2026-10-04,1\n".formatted(name, i, i));
        }
        return csv.toString();
    }

    /// The names under which completions of this test stand.
    private List<String> stored() {
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            JsonPath page =
                    board().get("/v1/completions?diplomate=012348&limit=500" + next).jsonPath();
            names.addAll(page.getList("items.externalId"));
            next =
                    page.getString("nextCursor") == null
                            ? ""
                            : "&cursor=" + page.getString("nextCursor");
        } while (!next.isEmpty());
        return names.stream().filter(n -> n.startsWith(name)).toList();
    }

    private static int sum(List<Response> answers, String count) {
        return answers.stream().mapToInt(a -> a.jsonPath().getInt(count)).sum();
    }
}
