package cme.credit.privacy;

import static cme.credit.Callers.board;
import static cme.credit.Callers.society;

import cme.credit.People;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/// A diplomate with everything that can be recorded of one, and requests to erase it.
final class Erasing {
    /// A day that no other test uses, also not as a date.
    static final String DAY = "06-17";

    final People person;
    final String name;
    final String given = People.anyName();
    final String former = People.anyName();
    final String roster = "R-" + UUID.randomUUID();

    /// The number that was merged into the person's.
    final People second;

    Erasing() {
        person = People.add(People.anyName());
        name = person.familyName();
        second = People.add(former);
        describe(person, given, name, "?insist=true&reason=" + name + "-is-nobody-else");
        board().contentType("application/json")
                .body("{\"into\":\"%s\",\"reason\":\"%s married\"}".formatted(person.id(), former))
                .post("/v1/identities/" + second.id() + "/merge")
                .then()
                .statusCode(200);
    }

    static void describe(People who, String given, String family, String query) {
        board().contentType("application/json")
                .header("If-Match", "*")
                .body(
                        """
                        {"npi":"%s","givenName":"%s","familyName":"%s","birthMonthDay":"%s"}
                        """
                                .formatted(who.npi(), given, family, DAY))
                .put("/v1/identities/" + who.id() + query)
                .then()
                .statusCode(200);
    }

    /// A roster with a row of every outcome, all of this person; what is held is discarded.
    void postEverything() {
        String held =
                post(roster, rows()).extract().path("results.find{it.outcome=='HELD'}.heldRow");
        board().contentType("application/json")
                .body("{\"discard\":true,\"reason\":\"not %s\"}".formatted(name))
                .post("/v1/held-rows/" + held + "/resolution")
                .then()
                .statusCode(200);
        post("again-" + roster, rows());
        String completion = person.post("single-" + roster);
        society("ASPS")
                .contentType("application/json")
                .body(
                        """
                        {"reason":"theirs","title":"Course","completedOn":"2026-10-04","credits":1,
                         "diplomateId":"%s","familyName":"%s","birthMonthDay":"%s"}
                        """
                                .formatted(person.id(), name, DAY))
                .post("/v1/completions/" + completion + "/correction-proposals")
                .then()
                .statusCode(201);
        decideProposals();
    }

    private void decideProposals() {
        String proposal =
                board().get("/v1/correction-proposals?state=PROPOSED&limit=500")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path(
                                "items.find{it.correction.diplomateId=='%s'}.id"
                                        .formatted(person.id()));
        board().contentType("application/json")
                .body("{\"decision\":\"REJECT\",\"reason\":\"no\"}")
                .post("/v1/correction-proposals/" + proposal + "/decision")
                .then()
                .statusCode(200);
    }

    /// Recorded; held for another name; rejected for its credits; in conflict with the first;
    /// without columns enough.
    private String rows() {
        return """
        externalId,diplomateId,npi,familyName,birthMonthDay,title,completedOn,credits
        a-%1$s,%2$s,%3$s,%4$s,%5$s,Course,2026-10-04,1
        h-%1$s,%2$s,%3$s,Somebody%4$s,%5$s,Course,2026-10-05,1
        r-%1$s,%2$s,,%4$s,%5$s,Course,2026-10-06,0.3
        a-%1$s,%2$s,%3$s,%4$s,%5$s,Course,2026-10-07,2
        b-%1$s,%2$s,%3$s,%4$s,%5$s,Course,2026-10-08,1,too,many,cells
        x-%1$s,wrong,,%4$s,%5$s,%4$s,%5$s,1
        """
                .formatted(roster, person.id(), person.npi(), name, DAY);
    }

    private static ValidatableResponse post(String externalId, String csv) {
        return society("ASPS")
                .contentType("text/csv")
                .body(csv)
                .queryParam("externalId", externalId)
                .post("/v1/rosters")
                .then()
                .statusCode(201);
    }

    ValidatableResponse erase(String query) {
        return erase(query, board().get("/v1/identities/" + person.id()).header("ETag"));
    }

    ValidatableResponse erase(String query, String ifMatch) {
        return board().contentType("application/json")
                .header("If-Match", ifMatch)
                .body("{\"reason\":\"asked for in writing\"}")
                .post("/v1/identities/" + person.id() + "/erasure" + query)
                .then();
    }
}
