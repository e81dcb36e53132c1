package cme.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodySpoolTest {

    private static InputStream body(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }

    @Test
    void theBodyIsReadAsOftenAsItIsOpened() throws IOException {
        try (var spool = BodySpool.of(body(100_000), 100_000)) {
            assertThat(spool.open().readAllBytes()).hasSize(100_000);
            assertThat(spool.open().readAllBytes()).hasSize(100_000);
        }
    }

    @Test
    void aBodyBeyondTheBoundIsTooLarge() {
        assertThatThrownBy(() -> BodySpool.of(body(100_001), 100_000))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(413));
    }

    @Test
    void aDiskThatTakesNothingIsAnOutage(@TempDir Path folder) {
        assertThatThrownBy(() -> BodySpool.of(body(10), 100, folder.resolve("missing")))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("no room");
    }
}
