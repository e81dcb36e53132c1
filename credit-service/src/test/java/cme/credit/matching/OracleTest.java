package cme.credit.matching;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;
import static cme.credit.matching.Asking.born;
import static cme.credit.matching.Asking.dryRun;
import static cme.credit.matching.Asking.match;
import static cme.credit.matching.Asking.post;
import static cme.credit.matching.Asking.row;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Attacks of a society that wants to learn what the register says (domain, "Asking who somebody
/// is").
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OracleTest {
    private static final String WRONG = "01-01";
    private static final String RIGHT = "11-23";

    @Inject Jdbi jdbi;

    @Test
    void aDryRunOfEveryDayFindsNoBirthday() {
        People person = born(RIGHT);
        List<String> rows =
                Asking.DAYS.stream()
                        .map(day -> row(person.id(), person.familyName(), day))
                        .toList();
        List<String> told = dryRun("ASPS", rows).statusCode(200).extract().path("results.outcome");
        assertThat(told).hasSize(366).containsOnly("HELD");
    }

    @Test
    void numbersAreNotSortedIntoThoseThatExistAndOthers() {
        var rows = new ArrayList<String>();
        for (int i = 0; i < 25; i++) {
            rows.add(row(born(RIGHT).id(), "Nosuchname", null));
            rows.addAll(
                    IntStream.range(0, 9)
                            .mapToObj(_ -> row(anyNumber(), "Nosuchname", null))
                            .toList());
        }
        var answer = dryRun("ASPS", rows).statusCode(200).extract();
        assertThat(answer.<List<String>>path("results.outcome")).hasSize(250).containsOnly("HELD");
        assertThat(answer.<List<String>>path("results.reason")).containsOnly("NO_MATCH");
    }

    private static String anyNumber() {
        return "N" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void twelveFamilyNamesAtOnceFindNobody() {
        People person = born(RIGHT);
        String guess =
                "Smith Jones Garcia Lopez / Chen Kim Brown %s / Davis Wilson Moore Taylor"
                        .formatted(person.familyName());
        dryRun("ASPS", List.of(row(person.id(), guess, null)))
                .statusCode(200)
                .body("results[0].outcome", equalTo("HELD"))
                .body("results[0].reason", equalTo("NO_MATCH"));
    }

    @Test
    void fiveContradictionsOfADayOfBirthEndTheQuestions() {
        People person = born(RIGHT);
        assertThat(match("ASPS", person, RIGHT)).isEqualTo("MATCH");
        for (String guess : Asking.DAYS.subList(0, 5)) {
            assertThat(match("ASPS", person, guess)).isEqualTo("NO_MATCH");
        }
        assertThat(match("ASPS", person, RIGHT)).isEqualTo("NO_MATCH");
        dryRun("ASPS", List.of(row(person.id(), person.familyName(), RIGHT)))
                .body("results[0].reason", equalTo("NO_MATCH"));
        assertThat(match("PRS", person, RIGHT)).isEqualTo("MATCH");
        board().contentType("application/json")
                .body(Asking.claim(person, RIGHT))
                .post("/v1/identities/match")
                .then()
                .body("outcome", equalTo("MATCH"))
                .body("diplomateId", equalTo(person.id()));
    }

    /// Nobody may write what was contradicted until several have asked.
    @Test
    @Timeout(60)
    void manyQuestionsAtOnceContradictADayOfBirthFiveTimes() throws Exception {
        People person = born(RIGHT);
        var answers = new ArrayList<Future<String>>();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            jdbi.useTransaction(
                    transaction -> {
                        transaction.execute(
                                "lock table birth_day_contradiction in share row exclusive mode");
                        Asking.DAYS.subList(0, 10).stream()
                                .<Callable<String>>map(day -> () -> match("ASPS", person, day))
                                .map(guessers::submit)
                                .forEach(answers::add);
                        await().until(() -> waiting() > 5);
                    });
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("NO_MATCH");
            }
        }
        assertThat(contradictions(person)).isEqualTo(5);
    }

    private int waiting() {
        return jdbi.withHandle(
                handle ->
                        handle.select("select count(distinct pid) from pg_locks where not granted")
                                .mapTo(Integer.class)
                                .one());
    }

    private int contradictions(People person) {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        "select sum(times) from birth_day_contradiction where person = ?",
                                        person.id())
                                .mapTo(Integer.class)
                                .one());
    }

    @Test
    void societiesTogetherContradictFiveTimesAndOnceMoreEach() {
        People person = born(RIGHT);
        for (String guess : Asking.DAYS.subList(0, 5)) {
            match("ASPS", person, guess);
        }
        assertThat(match("PRS", person, Asking.DAYS.get(5))).isEqualTo("NO_MATCH");
        assertThat(match("PRS", person, RIGHT)).isEqualTo("NO_MATCH");
    }

    /// A posting is not refused: it waits for the board, which sees that it is right.
    @Test
    void aRightPostingAfterFiveContradictionsWaitsAndTellsNothing() {
        People person = born(RIGHT);
        for (String guess : Asking.DAYS.subList(0, 5)) {
            post("ASPS", row(person.id(), person.familyName(), guess)).statusCode(202);
        }
        String held =
                post("ASPS", row(person.id(), person.familyName(), RIGHT))
                        .statusCode(202)
                        .body("reason", equalTo("NO_MATCH"))
                        .extract()
                        .path("heldRow");
        society("ASPS").get("/v1/held-rows/" + held).then().body("reason", equalTo("NO_MATCH"));
        society("ASPS")
                .accept("text/csv")
                .get("/v1/held-rows/" + held)
                .then()
                .body(containsString("NO_MATCH"));
        board().get("/v1/held-rows/" + held)
                .then()
                .body("reason", equalTo("NEEDS_REVIEW"))
                .body("candidates[0].diplomateId", equalTo(person.id()));
        // Without a day of birth nothing can be learned about it.
        post("ASPS", row(person.id(), person.familyName(), null)).statusCode(201);
    }

    /// As by a roster that began before midnight.
    @Test
    @Timeout(60)
    void contradictionsOfAnEarlierDayHoldUpNoQuestionWhileTheyAreLocked() {
        People person = born(RIGHT);
        String earlier = "insert into birth_day_contradiction values ('2020-01-01', ?, 'ASPS', 1)";
        jdbi.useHandle(handle -> handle.execute(earlier, person.id()));
        jdbi.useTransaction(
                transaction -> {
                    transaction
                            .createQuery(
                                    "select times from birth_day_contradiction where person = ? for update")
                            .bind(0, person.id())
                            .mapTo(Integer.class)
                            .one();
                    assertThat(match("ASPS", person, WRONG)).isEqualTo("NO_MATCH");
                });
    }

    @Test
    void theBoardMayContradictAsOftenAsItLikes() {
        People person = born(RIGHT);
        for (String guess : Asking.DAYS.subList(0, 10)) {
            board().contentType("application/json")
                    .body(Asking.claim(person, guess))
                    .post("/v1/identities/match")
                    .then()
                    .body("outcome", equalTo("IDENTITY_DIFFERS"));
        }
        assertThat(match("ASPS", person, RIGHT)).isEqualTo("MATCH");
    }

    @Test
    void aMatchByNpiDoesNotTellTheNumber() {
        People person = born(RIGHT);
        society("ASPS")
                .contentType("application/json")
                .body(
                        "{\"npi\":\"%s\",\"familyName\":\"%s\"}"
                                .formatted(person.npi(), person.familyName()))
                .post("/v1/identities/match")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("MATCH"))
                .body("diplomateId", nullValue());
    }

    @Test
    void aDryRunDoesNotTellTheNumberBehindAnNpi() {
        People person = born(RIGHT);
        String byNumber = row("0", person.familyName(), null);
        String byNpi =
                byNumber.replace("\"diplomateId\":\"0\"", "\"npi\":\"%s\"".formatted(person.npi()));
        String byBoth =
                row("0", person.familyName(), null)
                        .replace(
                                "\"diplomateId\"",
                                "\"npi\":\"%s\",\"diplomateId\"".formatted(person.npi()));
        String answer =
                dryRun("ASPS", List.of(byNpi, byNumber, byBoth))
                        .statusCode(200)
                        .body("results[0].outcome", equalTo("RECORDED"))
                        .body("results[1].outcome", equalTo("CONFLICT"))
                        .body("results[2].outcome", equalTo("RECORDED"))
                        .extract()
                        .asString();
        assertThat(answer).doesNotContain(person.id());
    }

    @Test
    void aCorrectionThatNamesSomebodyElseTellsOneThingOnly() {
        People person = born(RIGHT);
        People other = born(RIGHT);
        String completion = person.post(UUID.randomUUID().toString());
        for (String number : List.of(other.id(), anyNumber())) {
            society("ASPS")
                    .contentType("application/json")
                    .header("If-Match", "\"1\"")
                    .body(correction(number, "Nosuchname", WRONG))
                    .put("/v1/completions/" + completion)
                    .then()
                    .statusCode(400)
                    .body("errors[0].code", equalTo("identity.no-match"))
                    .body("errors[0].detail", containsString("No diplomate is found by these"));
        }
    }

    private static String correction(String number, String familyName, String day) {
        return """
        {"diplomateId":"%s","familyName":"%s","birthMonthDay":"%s","title":"Grand rounds",
         "completedOn":"2026-10-04","credits":1,"reason":"It was somebody else"}
        """
                .formatted(number, familyName, day);
    }
}
