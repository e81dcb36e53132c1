package cme.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import cme.stack.signin.SignIn;
import cme.stack.token.SigningKey;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInSettingsTest {
    private static final SigningKey KEY = SigningKey.generate();

    @TempDir Path temporary;

    private SignIn.Settings settings(String further) {
        return SignInSettings.of(DataFolder.open(temporary), new Ports(18081), KEY, further);
    }

    @Test
    void answersGoToThePortalOfTheStackOnly() {
        assertThat(settings(null).redirects())
                .containsExactlyInAnyOrder(
                        URI.create("http://localhost:18084/signed-in"),
                        URI.create("http://127.0.0.1:18084/signed-in"));
    }

    @Test
    void furtherPortalsAreNamedByTheVariable() {
        assertThat(settings(" http://localhost:8080/signed-in, ,https://x.example/in").redirects())
                .hasSize(4)
                .contains(
                        URI.create("http://localhost:8080/signed-in"),
                        URI.create("https://x.example/in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8080", "/signed-in", "javascript:1", "http://a b", "http://a/#b"})
    void whatIsNoAddressOfAPortalIsRefused(String address) {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> settings(address))
                .withMessageStartingWith("CME_SIGNIN_REDIRECTS: " + address + " is no address");
    }

    @Test
    void theSecretOfThePortalStays() {
        assertThat(settings(null).clientSecret())
                .hasSizeGreaterThanOrEqualTo(32)
                .isEqualTo(settings(null).clientSecret());
        assertThat(settings(null).address()).isEqualTo("http://localhost:18085");
    }
}
