package cme.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventKeysTest {

    private static final String TOPIC = "credit.completions.v1";
    private static final String FORMER = "2026-01:the-former-secret-of-credit-service";
    private static final String CURRENT = "2026-07:the-current-secret-of-credit-service";
    private static final String NEXT = "2027-01:the-next-secret-of-credit-service-x";
    private static final byte[] VALUE = "{\"credits\":1}".getBytes(UTF_8);

    private static final Map<String, String> ATTRIBUTES =
            Map.of(
                    "ce_specversion", "1.0",
                    "ce_id", "0192d3f0-7a1b-7c3d-9e4f-5a6b7c8d9e0f",
                    "ce_type", "cme.credit.completion.recorded",
                    "ce_source", "/credit-service",
                    "ce_subject", "012345",
                    "ce_dataschema",
                            "https://contracts.cme.example/credit/v1/completion.schema.json",
                    "ce_time", "2026-11-23T10:00:00Z",
                    "content-type", "application/json");

    private static EventKeys ofCredit(String keys) {
        return new EventKeys(Map.of("credit", keys));
    }

    private static final EventKeys KEYS = ofCredit(CURRENT);

    private static Map<String, String> signed() {
        return KEYS.sign(TOPIC, "012345", ATTRIBUTES, VALUE);
    }

    @Test
    void anEventOfItsOwnerIsAuthentic() {
        assertThat(signed())
                .containsAllEntriesOf(ATTRIBUTES)
                .containsEntry(EventKeys.KEY_ID, "2026-07");
        assertThat(KEYS.isAuthentic(TOPIC, "012345", signed(), VALUE)).isTrue();
    }

    @Test
    void anEventWithoutSignatureIsNotAuthentic() {
        assertThat(KEYS.isAuthentic(TOPIC, "012345", ATTRIBUTES, VALUE)).isFalse();
        assertThat(KEYS.isAuthentic(TOPIC, "012345", with(EventKeys.MAC, "no base64"), VALUE))
                .isFalse();
        assertThat(KEYS.isAuthentic(TOPIC, "012345", with(EventKeys.MAC, ""), VALUE)).isFalse();
    }

    @Test
    void nothingOfAnEventCanBeAltered() {
        byte[] altered = "{\"credits\":9}".getBytes(UTF_8);
        assertThat(KEYS.isAuthentic(TOPIC, "012345", signed(), altered)).isFalse();
        assertThat(KEYS.isAuthentic(TOPIC, "012345", signed(), null)).isFalse();
        assertThat(KEYS.isAuthentic(TOPIC, "012346", signed(), VALUE)).isFalse();
        assertThat(KEYS.isAuthentic(TOPIC, null, signed(), VALUE)).isFalse();
        for (String name : ATTRIBUTES.keySet()) {
            assertThat(KEYS.isAuthentic(TOPIC, "012345", with(name, "other"), VALUE))
                    .as(name)
                    .isFalse();
            var without = new HashMap<>(signed());
            without.remove(name);
            assertThat(KEYS.isAuthentic(TOPIC, "012345", without, VALUE)).as(name).isFalse();
        }
    }

    private static Map<String, String> with(String name, String value) {
        var changed = new HashMap<>(signed());
        changed.put(name, value);
        return changed;
    }

    @Test
    void textCannotMoveFromOnePartToTheNext() {
        var moved = new HashMap<>(signed());
        moved.put("ce_specversion", "1.");
        moved.put("ce_id", "0" + ATTRIBUTES.get("ce_id"));
        assertThat(KEYS.isAuthentic(TOPIC, "012345", moved, VALUE)).isFalse();
        assertThat(KEYS.isAuthentic(TOPIC + "0", "12345", signed(), VALUE)).isFalse();
    }

    @Test
    void anEventOfOneTopicIsNotAuthenticOnAnotherOfTheSameOwner() {
        assertThat(KEYS.isAuthentic("credit.identities.v1", "012345", signed(), VALUE)).isFalse();
    }

    /// Somebody with the key of another owner signs an event for this topic with it.
    @Test
    void theKeyOfAnotherOwnerSignsNothingHere() {
        var both = new EventKeys(Map.of("credit", CURRENT, "catalog", FORMER));
        var byCatalog = ofCredit(FORMER).sign(TOPIC, "012345", ATTRIBUTES, VALUE);
        assertThat(both.isAuthentic(TOPIC, "012345", byCatalog, VALUE)).isFalse();
        String keyOfCatalog = CURRENT.replace("credit", "catalog");
        var sameId = new EventKeys(Map.of("credit", CURRENT, "catalog", keyOfCatalog));
        var bySameId = ofCredit(keyOfCatalog).sign(TOPIC, "012345", ATTRIBUTES, VALUE);
        assertThat(sameId.isAuthentic(TOPIC, "012345", bySameId, VALUE)).isFalse();
    }

    @Test
    void whileKeysOverlapTheFirstSignsAndAllAreAccepted() {
        var before = ofCredit(FORMER).sign(TOPIC, "012345", ATTRIBUTES, VALUE);
        var overlap = ofCredit(CURRENT + ", " + FORMER + "," + NEXT);
        assertThat(overlap.sign(TOPIC, "012345", ATTRIBUTES, VALUE))
                .containsEntry(EventKeys.KEY_ID, "2026-07");
        assertThat(overlap.isAuthentic(TOPIC, "012345", before, VALUE)).isTrue();
        var next = ofCredit(NEXT).sign(TOPIC, "012345", ATTRIBUTES, VALUE);
        assertThat(overlap.isAuthentic(TOPIC, "012345", next, VALUE)).isTrue();
    }

    @Test
    void aRetiredKeyAndAnUnknownOneAreRefused() {
        var before = ofCredit(FORMER).sign(TOPIC, "012345", ATTRIBUTES, VALUE);
        assertThat(KEYS.isAuthentic(TOPIC, "012345", before, VALUE)).isFalse();
        assertThat(KEYS.isAuthentic(TOPIC, "012345", with(EventKeys.KEY_ID, "2025"), VALUE))
                .isFalse();
        assertThat(ofCredit(NEXT).isAuthentic(TOPIC, "012345", signed(), VALUE)).isFalse();
    }

    @Test
    void aServiceWithoutTheKeysOfATopicDoesNotStart() {
        assertThatThrownBy(() -> KEYS.require("catalog.activities.v1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("CME_CHASSIS_EVENTS_KEYS_CATALOG is missing");
    }

    @Test
    void aShortSecretIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> ofCredit("2026:short"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CME_CHASSIS_EVENTS_KEYS_CREDIT must be id:secret")
                .hasMessageNotContaining("2026:short");
    }
}
