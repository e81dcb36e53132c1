package cme.credit;

import static cme.credit.Callers.board;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// A diplomate of a test's own, whom no other test knows.
public record People(String id, String npi, String familyName) {

    public static People add(String familyName) {
        People person =
                new People(
                        "P" + UUID.randomUUID().toString().substring(0, 8), anyNpi(), familyName);
        board().contentType("application/json")
                .body(
                        "{\"npi\":\"%s\",\"familyName\":\"%s\"}"
                                .formatted(person.npi, person.familyName))
                .put("/v1/identities/" + person.id)
                .then()
                .statusCode(201);
        return person;
    }

    /// Nine digits and the one that fits them: all ten and the prefix 80840 checked by Luhn.
    public static String anyNpi() {
        String nine = "1" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
        int sum = 24;
        for (int i = 0; i < nine.length(); i++) {
            int digit = nine.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled / 10 + doubled % 10;
        }
        return nine + (10 - sum % 10) % 10;
    }

    /// A family name that nobody else has.
    public static String anyName() {
        StringBuilder name = new StringBuilder("Q");
        for (int i = 0; i < 14; i++) {
            name.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return name.toString();
    }

    /// A completion of theirs outside the catalog, as it is posted.
    public String completion(String externalId) {
        return """
        {"externalId":"%s","diplomateId":"%s","familyName":"%s","title":"Grand rounds",
         "completedOn":"2026-10-04","credits":1}
        """
                .formatted(externalId, id, familyName);
    }

    /// Posts a completion in the name of ASPS, and answers its id.
    public String post(String externalId) {
        return Callers.society("ASPS")
                .contentType("application/json")
                .body(completion(externalId))
                .post("/v1/completions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
