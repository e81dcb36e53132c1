package cme.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.disk.SettableClock;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodySpoolTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir private Path folder;

    private static InputStream body(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }

    private BodySpools spools(long maxBytes) {
        return new BodySpools(folder, maxBytes, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void theBodyIsReadAsOftenAsItIsOpened() throws IOException {
        try (var spool = spools(1_000_000).take(body(100_000), 100_000)) {
            assertThat(spool.open().readAllBytes()).hasSize(100_000);
            assertThat(spool.open().readAllBytes()).hasSize(100_000);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aBodyBeyondTheBoundIsTooLarge() {
        assertThatThrownBy(() -> spools(1_000_000).take(body(100_001), 100_000))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(413));
    }

    @Test
    void bodiesTogetherHaveABound() throws IOException {
        var spools = spools(250_000);
        var first = spools.take(body(100_000), 100_000);
        var second = spools.take(body(100_000), 100_000);
        noRoom(spools, 100_000);
        second.close();
        second.close();
        var third = spools.take(body(100_000), 100_000);
        noRoom(spools, 100_000);
        first.close();
        third.close();
        // What was refused gave its room back.
        spools.take(body(250_000), 250_000).close();
        assertThat(spools.disk().isFull()).isFalse();
    }

    private static void noRoom(BodySpools spools, int bytes) {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> spools.take(body(bytes), bytes))
                .withMessageContaining("no room");
    }

    @Test
    void aDiskThatTakesNothingIsFullUntilItTakesSomething() throws IOException {
        var clock = new SettableClock(NOW);
        var missing = folder.resolve("missing");
        var spools = new BodySpools(missing, 1_000_000, clock);
        noRoom(spools, 10);
        assertThat(spools.disk().isFull()).isTrue();
        clock.advance(60);
        assertThat(spools.disk().isFull()).isTrue();
        Files.createDirectory(missing);
        clock.advance(60);
        assertThat(spools.disk().isFull()).isFalse();
        assertThat(missing).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftIsRemoved() throws IOException {
        var old = Files.createFile(folder.resolve("cme-upload-old.tmp"));
        Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(120)));
        var beingOpened = Files.createFile(folder.resolve("cme-upload-new.tmp"));
        Files.setLastModifiedTime(beingOpened, FileTime.from(NOW.minusSeconds(1)));
        var foreign = Files.createFile(folder.resolve("upload-other.tmp"));
        Files.setLastModifiedTime(foreign, FileTime.from(NOW.minusSeconds(120)));

        spools(1_000).removeWhatWasLeft();

        assertThat(folder).isDirectoryNotContaining("glob:**old.tmp");
        assertThat(beingOpened).exists();
        assertThat(foreign).exists();
    }

    @Test
    void theFolderIsMadeAtTheStart() throws IOException {
        var own = folder.resolve("spool");
        new BodySpools(own, 1_000, Clock.fixed(NOW, ZoneOffset.UTC)).removeWhatWasLeft();
        assertThat(own).isEmptyDirectory();
    }
}
