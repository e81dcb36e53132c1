package cme.test.contract;

import static cme.test.waiting.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/// The check of everything that a service under test does when the board asks for it.
public final class LedgerVerification {

    private final String path;

    /// @param path of the operation, such as `/v1/ledger/verification`
    public LedgerVerification(String path) {
        this.path = path;
    }

    /// Asks for a check and returns it when it is complete.
    public JsonPath complete() {
        board().post(path).then().statusCode(202);
        await().until(() -> "COMPLETE".equals(latest().getString("state")));
        return latest();
    }

    private JsonPath latest() {
        return board().get(path).jsonPath();
    }

    /// Waits until a check finds something in these places and in no others.
    public void awaitPlaces(String... places) {
        await().untilAsserted(
                        () ->
                                assertThat(complete().getList("findings.place").stream().distinct())
                                        .containsExactlyInAnyOrder((Object[]) places));
    }

    /// Waits until a check finds nothing.
    public void awaitNothing() {
        awaitPlaces();
    }

    private static RequestSpecification board() {
        return given().auth().oauth2(TestTokens.board());
    }
}
