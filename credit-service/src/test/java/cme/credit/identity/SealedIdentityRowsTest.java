package cme.credit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.secret.KeyRing;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealedIdentityRowsTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final String KEY_ID = "key-1";
    private static final KeyRing KEY = KeyRing.of(KEY_ID, KeyRing.newKey());

    private static final String LOGGED =
            SealedRevision.of(view("1234567893", "Garcia", null), KEY).payload();

    private static IdentityView view(
            @Nullable String npi, @Nullable String familyName, @Nullable Instant erasedAt) {
        return new IdentityView("012345", npi, null, familyName, null, null, null, 3, AT, erasedAt);
    }

    private static boolean agrees(
            @Nullable String npi, @Nullable String familyName, Map<String, KeyRing> keys) {
        return SealedIdentityRows.agrees(
                new SealedIdentityRows.Personal(npi, null, familyName, null, null),
                LOGGED,
                () -> keys);
    }

    @Test
    void whatNobodyAlteredAgrees() {
        assertThat(agrees("1234567893", "Garcia", Map.of(KEY_ID, KEY))).isTrue();
    }

    @Test
    void anAlteredNameOrNpiDoesNotAgree() {
        assertThat(agrees("1234567893", "Ortiz", Map.of(KEY_ID, KEY))).isFalse();
        assertThat(agrees(null, "Garcia", Map.of(KEY_ID, KEY))).isFalse();
    }

    @Test
    void aRowWhoseKeyIsDestroyedMustBeErased() {
        assertThat(agrees("1234567893", "Garcia", Map.of())).isFalse();
        assertThat(agrees(null, null, Map.of())).isTrue();
    }

    @Test
    void anErasedRevisionAgreesWithAnErasedRowOnly() {
        String erased = SealedRevision.erased(view(null, null, AT)).payload();
        var none = new SealedIdentityRows.Personal(null, null, null, null, null);
        var described = new SealedIdentityRows.Personal(null, null, "Garcia", null, null);
        assertThat(SealedIdentityRows.agrees(none, erased, Map::of)).isTrue();
        assertThat(SealedIdentityRows.agrees(described, erased, Map::of)).isFalse();
    }

    @Test
    void whatCannotBeOpenedDoesNotAgree() {
        KeyRing other = KeyRing.of(KEY_ID, KeyRing.newKey());
        assertThat(agrees("1234567893", "Garcia", Map.of(KEY_ID, other))).isFalse();
        var none = new SealedIdentityRows.Personal(null, null, null, null, null);
        assertThat(SealedIdentityRows.agrees(none, "[]", Map::of)).isFalse();
    }
}
