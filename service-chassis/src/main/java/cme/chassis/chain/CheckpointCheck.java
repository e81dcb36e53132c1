package cme.chassis.chain;

import cme.chassis.chain.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Looks whether the checkpoints in the database are signed by this service and of this chain.
final class CheckpointCheck implements Check {

    private static final String TABLE = "event_log_checkpoint";
    private static final int PAGE = 200;

    private final Blocks blocks;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;
    private long after;

    CheckpointCheck(Blocks blocks, Checkpoints checkpoints, CheckpointKeys keys) {
        this.blocks = blocks;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    @Override
    public Counted counted() {
        return Counted.CHECKPOINTS;
    }

    @Override
    public String place() {
        return TABLE;
    }

    @Override
    public Step step(Handle handle) {
        List<Checkpoints.Row> page = checkpoints.after(handle, after, PAGE);
        var findings = new ArrayList<Finding>();
        for (Checkpoints.Row row : page) {
            problem(handle, row)
                    .ifPresent(
                            problem ->
                                    findings.add(
                                            new Finding(
                                                    Kind.CHECKPOINT_BROKEN,
                                                    TABLE,
                                                    0,
                                                    Long.toString(row.block()),
                                                    problem)));
            after = row.block();
        }
        return new Step(page.size(), page.size() < PAGE, findings);
    }

    private Optional<String> problem(Handle handle, Checkpoints.Row row) {
        Optional<Checkpoint> checkpoint =
                Checkpoint.parse(row.note()).filter(parsed -> parsed.block() == row.block());
        if (checkpoint.filter(keys::verify).isEmpty()) {
            return Optional.of(
                    "The checkpoint of block %d is not signed by a known key of this service."
                            .formatted(row.block()));
        }
        return blocks.end(handle, row.block()).filter(checkpoint.get()::isOf).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "The checkpoint of block %d has another head than the block."
                                .formatted(row.block()));
    }
}
