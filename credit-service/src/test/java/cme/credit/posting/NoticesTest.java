package cme.credit.posting;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class NoticesTest {
    @Inject CatalogEvents catalog;

    private People person = new People("", "", "");
    private String name = "";

    @BeforeEach
    void thereIsADiplomateOfItsOwn() {
        catalog.publishSamples();
        person = People.add("Lopez");
        name = person.id();
    }

    @Test
    void theGuideExplainsEveryNotice() throws Exception {
        String guide = Files.readString(Path.of("../docs/api.md"));
        String table =
                guide.substring(
                        guide.indexOf("**What you should know**"),
                        guide.indexOf("**Mend what was rejected.**"));
        List<String> explained =
                table.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("\\|")[1])
                        .flatMap(cell -> Pattern.compile("`([^`]+)`").matcher(cell).results())
                        .map(code -> code.group(1))
                        .toList();
        String[] codes = Notice.class.getMethod("code").getAnnotation(Schema.class).enumeration();
        assertThat(explained).containsExactlyInAnyOrder(codes);
    }

    @Test
    void theSameThingOfTheSameDayUnderAnotherNameCountsOnce() {
        post(society("ASPS"), title("-1", "Café rounds:  Part 2")).body("notices", empty());
        post(society("ASPS"), title("-2", "CAFÉ ROUNDS part-2"))
                .body("notices.code", contains("counts-once"))
                .body("notices.detail", contains(containsString(name + "-1")));
        post(society("ASPS"), title("-2", "CAFÉ ROUNDS part-2"))
                .body("notices.code", contains("counts-once"));
        post(society("ASPS"), activity("-3")).body("notices", empty());
        post(society("ASPS"), activity("-4"))
                .body("notices.detail", contains(containsString(name + "-3")));
    }

    @Test
    void anotherThingAnotherDayAndAnotherDiplomateAreNoRepetition() {
        post(society("ASPS"), title("-1", "手外科"));
        post(society("ASPS"), title("-2", "整形外科")).body("notices", empty());
        post(society("ASPS"), title("-3", "手外科").replace("10-04", "10-05"))
                .body("notices", empty());
        People other = People.add("Lopez");
        post(
                        society("ASPS"),
                        title("-4", "手外科").replace(":\"" + name + "\"", ":\"" + other.id() + "\""))
                .body("notices", empty());
    }

    @Test
    void sessionsOfADayAddUpAndAreNoRepetition() {
        post(society("ASPS"), session("-1", "Morning")).body("notices", empty());
        post(society("ASPS"), session("-2", "Afternoon"))
                .body("session", equalTo("Afternoon"))
                .body("notices", empty());
        post(society("ASPS"), session("-3", "AFTERNOON."))
                .body("notices.detail", contains(containsString(name + "-2")));
        post(society("ASPS"), activity("-4")).body("notices.code", contains("counts-once"));
        society("ASPS")
                .contentType("application/json")
                .body(session("-1", "Evening"))
                .post("/v1/completions")
                .then()
                .statusCode(409);
    }

    @Test
    void ofAnotherPostersCompletionOnlyThatThereIsOneOfTheActivityIsTold() {
        post(society("ASPS"), title("-1", "Grand rounds"));
        post(society("IHI"), title("-1", "Grand rounds")).body("notices", empty());
        post(board(), title("-1", "Grand rounds")).body("notices", empty());
        post(board(), activity("-board")).body("notices", empty());
        post(society("ASPS"), activity("-2"))
                .body("notices.code", contains("counts-once"))
                .body("notices.detail", contains(not(containsString(name + "-board"))));
    }

    @Test
    void aWithdrawnCompletionIsNoRepetition() {
        String id = post(society("ASPS"), title("-1", "Grand rounds")).extract().path("id");
        society("ASPS")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"Posted by mistake\"}")
                .post("/v1/completions/" + id + "/withdrawal");
        post(society("ASPS"), title("-2", "Grand rounds")).body("notices", empty());
    }

    private String title(String number, String title) {
        return person.completion(name + number).replace("Grand rounds", title);
    }

    private String session(String number, String session) {
        return activity(number)
                .replace("\"credits\"", "\"session\":\"" + session + "\",\"credits\"");
    }

    private String activity(String number) {
        return person.completion(name + number)
                .replace("\"title\":\"Grand rounds\"", "\"activity\":\"ASPS-VTE-PREVENTION\"");
    }

    private static ValidatableResponse post(RequestSpecification caller, String body) {
        return caller.contentType("application/json").body(body).post("/v1/completions").then();
    }
}
