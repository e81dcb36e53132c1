package cme.chassis.chain;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Shows for single entries of the log that they are as they were chained.
@Singleton
public class EntryProofs {

    /// What came of asking for a proof.
    public sealed interface Outcome {

        record Proven(EntryProof proof) implements Outcome {}

        /// The entry is not chained, or no checkpoint is signed since.
        record NotYet() implements Outcome {}

        /// The entry or the chain was altered.
        record Broken() implements Outcome {}
    }

    /// Blocks between an entry and a checkpoint: many more than there are in a day without
    /// checkpoints.
    private static final int MAX_BLOCKS = 100_000;

    private static final String ENTRIES =
            "select " + LogEntry.COLUMNS + " from event_log where seq = any(:seqs)";

    private static final String SPAN =
            """
            select number, first_seq, last_seq, entries, root, head from event_log_block
            where number between :first and :last order by number limit :limit
            """;

    private final Blocks blocks;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;

    EntryProofs(Blocks blocks, Checkpoints checkpoints, CheckpointKeys keys) {
        this.blocks = blocks;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /// Whether the chain holds, by the number of the entry.
    public Map<Long, EntryState> states(Handle handle, Collection<Long> seqs) {
        Map<Long, EntryState> states = new HashMap<>();
        for (LogEntry entry : entries(handle, seqs)) {
            states.put(
                    entry.seq(),
                    blocks.holding(handle, entry.seq())
                            .map(block -> state(handle, block, entry))
                            .orElse(EntryState.NOT_YET));
        }
        return states;
    }

    private EntryState state(Handle handle, Block block, LogEntry entry) {
        int index = block.indexOf(entry.seq());
        boolean isHeld =
                index >= 0
                        && Arrays.equals(block.leaves().get(index).hash(), entry.leaf())
                        && blocks.end(handle, block.number() - 1)
                                .filter(block::follows)
                                .isPresent();
        return isHeld ? EntryState.CHAINED : EntryState.BROKEN;
    }

    private static List<LogEntry> entries(Handle handle, Collection<Long> seqs) {
        return handle.createQuery(ENTRIES)
                .bind("seqs", seqs.toArray(Long[]::new))
                .map((row, _) -> LogEntry.of(row))
                .list();
    }

    /// The proof of an entry, up to the first checkpoint after it.
    public Outcome of(Handle handle, long seq) {
        Optional<LogEntry> entry = entries(handle, List.of(seq)).stream().findFirst();
        Optional<Block> block = blocks.holding(handle, seq);
        if (entry.isEmpty() || block.isEmpty()) {
            return entry.isEmpty() ? new Outcome.Broken() : new Outcome.NotYet();
        }
        if (state(handle, block.get(), entry.get()) == EntryState.BROKEN) {
            return new Outcome.Broken();
        }
        return checkpoints
                .covering(handle, block.get().number())
                .map(row -> proof(handle, entry.get(), block.get(), row))
                .orElseGet(Outcome.NotYet::new);
    }

    private Outcome proof(Handle handle, LogEntry entry, Block block, Checkpoints.Row row) {
        Optional<Checkpoint> checkpoint = Checkpoint.parse(row.note()).filter(keys::verify);
        Optional<Block.End> before = blocks.end(handle, block.number() - 1);
        if (checkpoint.isEmpty() || before.isEmpty()) {
            return new Outcome.Broken();
        }
        int index = block.indexOf(entry.seq());
        return new Outcome.Proven(
                new EntryProof(
                        entry.seq(),
                        base64(entry.bytes()),
                        index,
                        MerkleTree.path(block.hashes(), index).stream()
                                .map(EntryProofs::base64)
                                .toList(),
                        base64(before.get().head()),
                        span(handle, block.number(), checkpoint.get().block()),
                        CheckpointView.of(checkpoint.get(), keys)));
    }

    private static List<EntryProof.BlockView> span(Handle handle, long first, long last) {
        return handle.createQuery(SPAN)
                .bind("first", first)
                .bind("last", last)
                .bind("limit", MAX_BLOCKS)
                .map(
                        (row, _) ->
                                new EntryProof.BlockView(
                                        row.getLong("number"),
                                        row.getLong("first_seq"),
                                        row.getLong("last_seq"),
                                        row.getLong("entries"),
                                        base64(row.getBytes("root")),
                                        base64(row.getBytes("head"))))
                .list();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
