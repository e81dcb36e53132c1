package cme.credit.roster;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.credit.KnownProviders;
import cme.credit.People;
import cme.credit.completion.BoardCalendar;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RosterListTest {
    private static final String HEADER =
            "externalId,diplomateId,familyName,title,completedOn,credits\n";

    @Inject CatalogEvents catalog;
    @Inject KnownProviders providers;

    private final String name = "list-" + UUID.randomUUID();
    private final String society =
            "S-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        providers.add(society);
        Callers.putSampleIdentities();
    }

    @Test
    void rostersAreListedTheNewestFirstWithTheirCounts() {
        post(society, name + "-1", row("1", "012345", "1") + row("2", "012345", "1.3"));
        post(society, name + "-2", row("1", "012345", "1") + row("1", "012345", "2"));
        post(society, name + "-3", row("3", "X" + name.substring(0, 20), "1"));
        society(society)
                .get("/v1/rosters")
                .then()
                .statusCode(200)
                .body("items.externalId", contains(name + "-3", name + "-2", name + "-1"))
                .body("items.rows", contains(1, 2, 2))
                .body("items.recorded", contains(0, 0, 1))
                .body("items.duplicate", contains(0, 1, 0))
                .body("items.conflict", contains(0, 1, 0))
                .body("items.held", contains(1, 0, 0))
                .body("items.rejected", contains(0, 0, 1))
                .body("items.provider", everyItem(equalTo(society)))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void countsFollowMendedAndReleasedRows() {
        People later = new People("L" + name.substring(5, 25), People.anyNpi(), "Lopez");
        String held = row("1", later.id(), "1");
        post(society, name, held + row("2", "012345", "1.3"));
        post(society, name, row("2", "012345", "1.25"));
        Callers.putIdentity(later.id(), later.npi(), "Ana", later.familyName(), "01-01");
        society(society)
                .get("/v1/rosters")
                .then()
                .body("items.postings", contains(2))
                .body("items.rows", contains(2))
                .body("items.recorded", contains(2))
                .body("items.held", contains(0))
                .body("items.rejected", contains(0));
    }

    @Test
    void aDryRunIsNotListed() {
        society(society)
                .contentType("text/csv")
                .body(HEADER + row("1", "012345", "1"))
                .post("/v1/rosters?dryRun=true&externalId=" + name)
                .then()
                .statusCode(200);
        society(society).get("/v1/rosters").then().body("items", empty());
    }

    @Test
    void pagesFollowOneAnother() {
        for (int i = 1; i <= 3; i++) {
            post(society, name + "-" + i, row(Integer.toString(i), "012345", "1"));
        }
        String next =
                society(society)
                        .get("/v1/rosters?limit=2")
                        .then()
                        .body("items.externalId", contains(name + "-3", name + "-2"))
                        .extract()
                        .path("nextCursor");
        society(society)
                .get("/v1/rosters?limit=2&cursor=" + next)
                .then()
                .body("items.externalId", contains(name + "-1"))
                .body("nextCursor", equalTo(null));
        assertThat(society(society).get("/v1/rosters?cursor=x").statusCode()).isEqualTo(400);
    }

    @Test
    void aRosterIsFoundByItsNameAndItsDay() {
        post(society, name, row("1", "012345", "1"));
        LocalDate today = BoardCalendar.today(Instant.now());
        for (String found :
                new String[] {
                    "externalId=" + name,
                    "from=" + today.minusDays(1) + "&to=" + today.plusDays(1),
                    "provider=" + society
                }) {
            society(society)
                    .get("/v1/rosters?" + found)
                    .then()
                    .body("items.externalId", contains(name));
        }
        for (String other :
                new String[] {
                    "externalId=" + name + "x",
                    "from=" + today.plusDays(1),
                    "to=" + today.minusDays(2),
                    "provider=ASPS"
                }) {
            society(society).get("/v1/rosters?" + other).then().body("items", empty());
        }
    }

    @Test
    void aSocietySeesItsOwnAndTheBoardAll() {
        post(society, name, row("1", "012345", "1"));
        post("ASPS", name, row(name, "012345", "1"));
        society("ASPS")
                .get("/v1/rosters?externalId=" + name)
                .then()
                .body("items.provider", contains("ASPS"));
        board().get("/v1/rosters?externalId=" + name)
                .then()
                .body("items.provider", contains("ASPS", society));
        board().get("/v1/rosters?provider=" + society)
                .then()
                .body("items.externalId", contains(name));
        board().get("/v1/rosters").then().body("items.externalId", hasItem(name));
    }

    @Test
    void aMisspeltFilterIsRefused() {
        for (String wrong : new String[] {"externalID=x", "from=2026-13-01", "limit=0"}) {
            assertThat(board().get("/v1/rosters?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    private String row(String externalId, String diplomateId, String credits) {
        return "%s,%s,Lopez,Grand rounds,2026-10-04,%s\n"
                .formatted(externalId, diplomateId, credits);
    }

    private static void post(String society, String name, String rows) {
        int status =
                society(society)
                        .contentType("text/csv")
                        .body(HEADER + rows)
                        .post("/v1/rosters?externalId=" + name)
                        .statusCode();
        assertThat(status).isIn(200, 201);
    }
}
