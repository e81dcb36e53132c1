package cme.credit.completion;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cme.credit.KnownProviders;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CompletionListTest {
    @Inject KnownProviders providers;

    private final String society =
            "S-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private People person = new People("", "", "");

    @BeforeEach
    void thereIsADiplomateOfItsOwn() {
        providers.add(society);
        person = People.add("Lopez");
    }

    @Test
    void aCompletionIsFoundByTheNameItsPosterGaveIt() {
        String name = "name-" + UUID.randomUUID();
        String id = post(society, name);
        post(society, name + "-2");
        post("ASPS", name);
        society(society)
                .get("/v1/completions?externalId=" + name)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        board().get("/v1/completions?externalId=" + name).then().body("items", hasSize(2));
        society("IHI")
                .get("/v1/completions?externalId=" + name)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void theCompletionsOfARosterAreListedInPages() {
        String rows = "externalId,diplomateId,familyName,title,completedOn,credits\n";
        for (String day : new String[] {"2026-10-04", "2026-10-02", "2026-10-03"}) {
            rows += "%s,%s,Lopez,Grand rounds,%s,1\n".formatted(day, person.id(), day);
        }
        String roster =
                society(society)
                        .contentType("text/csv")
                        .body(rows)
                        .post("/v1/rosters?externalId=r")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        post(society, "alone");
        String next =
                society(society)
                        .get("/v1/completions?limit=2&roster=" + roster)
                        .then()
                        .statusCode(200)
                        .body("items.completedOn", contains("2026-10-02", "2026-10-03"))
                        .extract()
                        .path("nextCursor");
        society(society)
                .get("/v1/completions?limit=2&roster=" + roster + "&cursor=" + next)
                .then()
                .body("items.completedOn", contains("2026-10-04"))
                .body("nextCursor", equalTo(null));
        society("ASPS").get("/v1/completions?roster=" + roster).then().body("items", empty());
        assertThat(board().get("/v1/completions?roster=x").statusCode()).isEqualTo(400);
    }

    @Test
    void theCompletionsRecordedSinceAnInstantIncludeCorrectedOnes() {
        String corrected = post(society, "1");
        post(society, "2");
        String since = recordedAt(post(society, "3"));
        society(society)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"Left early\"}")
                .post("/v1/completions/" + corrected + "/withdrawal")
                .then()
                .statusCode(200);
        society(society)
                .get("/v1/completions?recordedSince=" + since)
                .then()
                .statusCode(200)
                .body("items.externalId", contains("1", "3"));
        String later = Instant.now().plusSeconds(60).toString();
        society(society)
                .get("/v1/completions?recordedSince=" + later)
                .then()
                .body("items", empty());
        assertThat(board().get("/v1/completions?recordedSince=2026-10-04").statusCode())
                .isEqualTo(400);
    }

    private static String recordedAt(String completion) {
        return board().get("/v1/completions/" + completion).then().extract().path("recordedAt");
    }

    private String post(String poster, String externalId) {
        return society(poster)
                .contentType("application/json")
                .body(person.completion(externalId))
                .post("/v1/completions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
