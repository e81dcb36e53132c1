package cme.chassis.access;

import cme.chassis.disk.FullDisk;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.util.logging.ErrorManager;
import org.jspecify.annotations.Nullable;

/// Tells of lines of the access record that could not be written: their requests are answered
/// already.
final class LostLines extends ErrorManager {

    private final FullDisk disk;
    private final Counter lost;

    LostLines(FullDisk disk, Counter lost) {
        this.disk = disk;
        this.lost = lost;
    }

    @Override
    public void error(String message, @Nullable Exception failure, int code) {
        lost.increment();
        disk.failed(failure == null ? new IOException(message) : failure);
    }
}
