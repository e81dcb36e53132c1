package cme.credit.matching;

import static cme.credit.Callers.society;

import cme.credit.Callers;
import cme.credit.People;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Questions of a society about people, as an attacker would ask them.
final class Asking {
    /// Every day of a year that has them all.
    static final List<String> DAYS =
            IntStream.rangeClosed(1, 366)
                    .mapToObj(day -> LocalDate.ofYearDay(2024, day).toString().substring(5))
                    .toList();

    private Asking() {}

    /// A diplomate of a test's own with a day of birth.
    static People born(String day) {
        var person =
                new People(
                        "P" + UUID.randomUUID().toString().substring(0, 8),
                        People.anyNpi(),
                        People.anyName());
        Callers.putIdentity(person.id(), person.npi(), "Ada", person.familyName(), day);
        return person;
    }

    static String match(String provider, People person, String day) {
        return society(provider)
                .contentType("application/json")
                .body(claim(person, day))
                .post("/v1/identities/match")
                .then()
                .statusCode(200)
                .extract()
                .path("outcome");
    }

    static String claim(People person, String day) {
        return """
        {"diplomateId":"%s","familyName":"%s","birthMonthDay":"%s"}
        """
                .formatted(person.id(), person.familyName(), day);
    }

    /// A row outside the catalog under a name of its own.
    static String row(String diplomateId, String familyName, @Nullable String day) {
        return """
        {"externalId":"%s","diplomateId":"%s","familyName":"%s","title":"Grand rounds",%s
         "completedOn":"2026-10-04","credits":1}
        """
                .formatted(
                        UUID.randomUUID(),
                        diplomateId,
                        familyName,
                        day == null ? "" : "\"birthMonthDay\":\"" + day + "\",");
    }

    static ValidatableResponse dryRun(String provider, List<String> rows) {
        return roster(provider, rows, true);
    }

    static ValidatableResponse roster(String provider, List<String> rows, boolean dryRun) {
        return society(provider)
                .contentType("application/json")
                .body(
                        "{\"externalId\":\"%s\",\"rows\":[%s]}"
                                .formatted(UUID.randomUUID(), String.join(",", rows)))
                .post("/v1/rosters?dryRun=" + dryRun)
                .then();
    }

    static ValidatableResponse post(String provider, String row) {
        return society(provider)
                .contentType("application/json")
                .body(row)
                .post("/v1/completions")
                .then();
    }
}
