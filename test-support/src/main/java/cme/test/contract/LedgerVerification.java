package cme.test.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cme.test.stack.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/// The check of everything that a service under test does when the board asks for it.
public final class LedgerVerification {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String path;

    /// @param path of the operation, such as `/v1/ledger/verification`
    public LedgerVerification(String path) {
        this.path = path;
    }

    /// Asks for a check and returns it when it is complete.
    public JsonPath complete() {
        board().post(path).then().statusCode(202);
        await().atMost(PATIENCE).until(() -> "COMPLETE".equals(latest().getString("state")));
        return latest();
    }

    private JsonPath latest() {
        return board().get(path).jsonPath();
    }

    /// Waits until a check finds something in these places and in no others.
    public void awaitPlaces(String... places) {
        await().atMost(PATIENCE)
                .untilAsserted(
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
