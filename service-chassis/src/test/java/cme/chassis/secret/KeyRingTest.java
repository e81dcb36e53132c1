package cme.chassis.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    private static final String PLAIN = "whsec_a secret";
    private static final String CONTEXT = "webhook.secret 1";

    private final String key2025 = "2025:" + base64(KeyRing.newKey());
    private final String key2026 = "2026:" + base64(KeyRing.newKey());

    @Test
    void aSealedValueOpensAfterItWasStored() {
        var ring = KeyRing.parse(key2026);
        String stored = ring.seal(PLAIN, CONTEXT).text();
        assertThat(stored).startsWith("sealed.v1.2026.").doesNotContain("secret");
        assertThat(SealedValue.isSealed(stored)).isTrue();
        assertThat(ring.openText(SealedValue.parse(stored), CONTEXT)).isEqualTo(PLAIN);
    }

    @Test
    void equalValuesAreSealedDifferently() {
        var ring = KeyRing.parse(key2026);
        assertThat(ring.seal(PLAIN, CONTEXT)).isNotEqualTo(ring.seal(PLAIN, CONTEXT));
    }

    @Test
    void aValueDoesNotOpenInAnotherPlace() {
        var ring = KeyRing.parse(key2026);
        var sealed = ring.seal(PLAIN, CONTEXT);
        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> ring.open(sealed, "webhook.secret 2"));
    }

    @Test
    void noChangedByteGoesUnnoticed() {
        var ring = KeyRing.parse(key2026);
        byte[] sealed = ring.seal(PLAIN, CONTEXT).bytes();
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatExceptionOfType(CannotOpen.class)
                    .isThrownBy(() -> ring.open(SealedValue.of("2026", changed), CONTEXT));
        }
    }

    @Test
    void aValueThatIsCutShortDoesNotOpen() {
        var ring = KeyRing.parse(key2026);
        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> ring.open(SealedValue.of("2026", new byte[20]), CONTEXT));
    }

    @Test
    void theFirstKeySealsAndFormerOnesStillOpen() {
        var before = KeyRing.parse(key2025).seal(PLAIN, CONTEXT);
        var ring = KeyRing.parse(key2026 + ", " + key2025);
        var after = ring.seal(PLAIN, CONTEXT);
        assertThat(ring.openText(before, CONTEXT)).isEqualTo(PLAIN);
        assertThat(ring.isCurrent(before)).isFalse();
        assertThat(ring.isCurrent(after)).isTrue();
        assertThat(KeyRing.parse(key2026).openText(after, CONTEXT)).isEqualTo(PLAIN);
    }

    @Test
    void aValueOfARemovedKeyNamesTheKey() {
        var sealed = KeyRing.parse(key2025).seal(PLAIN, CONTEXT);
        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> KeyRing.parse(key2026).open(sealed, CONTEXT))
                .withMessage("There is no key 2025");
    }

    @Test
    void aKeyCanBeSealedUnderAnother() {
        byte[] inner = KeyRing.newKey();
        var outer = KeyRing.parse(key2026);
        var wrapped = outer.seal(inner, "person 7");
        var person = KeyRing.of("7", outer.open(wrapped, "person 7"));
        assertThat(KeyRing.of("7", inner).openText(person.seal(PLAIN, CONTEXT), CONTEXT))
                .isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026:", "2026:c2hvcnQ=", ":a", "2026:?", "a b:c", ","})
    void otherFormsAreRefusedWithoutShowingThem(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.parse(text))
                .withMessage(
                        "Keys must be id:key, several with commas, each key 32 bytes in base64");
    }

    @Test
    void anIdIsUsedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.parse(key2026 + "," + key2026));
    }

    @Test
    void keysAreNotShown() {
        assertThat(KeyRing.parse(key2026)).hasToString("KeyRing[2026]");
    }

    @Test
    void otherTextsAreNoSealedValues() {
        assertThat(SealedValue.isSealed(PLAIN)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> SealedValue.parse(PLAIN));
        assertThatIllegalArgumentException().isThrownBy(() -> SealedValue.parse("sealed.v1.2026"));
    }

    private static String base64(byte[] key) {
        return new String(Base64.getEncoder().encode(key), StandardCharsets.US_ASCII);
    }
}
