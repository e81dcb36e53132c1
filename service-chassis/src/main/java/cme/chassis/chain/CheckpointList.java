package cme.chassis.chain;

import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The checkpoints as others read them.
@Singleton
public class CheckpointList {

    private final Jdbi jdbi;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;

    CheckpointList(Jdbi jdbi, Checkpoints checkpoints, CheckpointKeys keys) {
        this.jdbi = jdbi;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /// Up to `limit` checkpoints of blocks before this one, the newest first.
    List<CheckpointView> before(long block, int limit) {
        return jdbi.withHandle(handle -> checkpoints.before(handle, block, limit)).stream()
                .flatMap(row -> Checkpoint.parse(row.note()).stream())
                .map(checkpoint -> CheckpointView.of(checkpoint, keys))
                .toList();
    }
}
