package cme.credit;

import static cme.credit.Callers.society;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/// Postings that many tests make.
public final class Ledger {
    private Ledger() {}

    /// A completion of 012345 (Lopez-Garcia) under the given name.
    public static String completion(String externalId, String credits) {
        return """
        {"externalId":"%s","diplomateId":"012345","familyName":"Lopez","activity":"ASPS-VTE-PREVENTION",
         "completedOn":"2026-10-04","credits":%s}
        """
                .formatted(externalId, credits);
    }

    /// Posts it in the name of ASPS, and answers its id.
    public static String postNew(String credits) {
        return society("ASPS")
                .contentType("application/json")
                .body(completion(UUID.randomUUID().toString(), credits))
                .post("/v1/completions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static ValidatableResponse postTable(String externalId, String csv) {
        return society("ASPS")
                .contentType("text/csv")
                .body(csv)
                .post("/v1/rosters?externalId=" + externalId)
                .then();
    }
}
