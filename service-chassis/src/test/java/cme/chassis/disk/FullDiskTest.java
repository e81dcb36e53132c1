package cme.chassis.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FullDiskTest {

    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private boolean hasRoom;
    private int trials;
    private final FullDisk disk = new FullDisk("test", this::write, clock);

    private void write() throws IOException {
        trials++;
        if (!hasRoom) {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void aDiskIsNotTriedBeforeAWriteFails() {
        assertThat(disk.isFull()).isFalse();
        assertThat(trials).isZero();
    }

    @Test
    void aWriteThatFailsCountsForAWhileWithoutATrial() {
        hasRoom = true;
        disk.failed(new IOException("No space left on device"));
        assertThat(disk.isFull()).isTrue();
        assertThat(trials).isZero();
    }

    @Test
    void theDiskIsFullUntilATrialSucceeds() {
        disk.failed(new IOException("No space left on device"));
        clock.advance(FullDisk.PAUSE.toSeconds());
        assertThat(disk.isFull()).isTrue();
        assertThat(disk.isFull()).isTrue();
        assertThat(trials).isEqualTo(1);
        hasRoom = true;
        clock.advance(FullDisk.PAUSE.toSeconds());
        assertThat(disk.isFull()).isFalse();
        assertThat(trials).isEqualTo(2);
    }
}
