package cme.chassis.chain;

import cme.chassis.ChassisConfig;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Compares the chain in the database with the checkpoint that was published last. A database that
/// was restored from an old backup has a shorter chain, or another one.
@Singleton
class PublishedCheckpoint {

    private final Blocks blocks;
    private final Checkpoints checkpoints;
    private final CheckpointTopic topic;
    private final Optional<String> accepted;

    PublishedCheckpoint(
            Blocks blocks, Checkpoints checkpoints, CheckpointTopic topic, ChassisConfig config) {
        this.blocks = blocks;
        this.checkpoints = checkpoints;
        this.topic = topic;
        this.accepted = config.chain().acceptedCheckpoint();
    }

    /// @param newest the checkpoint that was published last
    /// @return empty when the chain holds it, or the board has accepted that it does not
    Optional<Finding> disagreement(Handle handle, Optional<Checkpoint> newest) {
        return newest.filter(checkpoint -> !isAccepted(checkpoint))
                .filter(
                        checkpoint ->
                                blocks.end(handle, checkpoint.block())
                                        .filter(checkpoint::isOf)
                                        .isEmpty())
                .map(checkpoint -> finding(handle, checkpoint));
    }

    /// True when the topic lacks a checkpoint that this service has published, by its database. The
    /// last one may not be on the topic yet; the one before was there when the last was signed.
    ///
    /// @param newest the checkpoint that was published last; empty when the topic has none that
    ///   holds
    boolean isBehind(Handle handle, Optional<Checkpoint> newest) {
        Optional<Checkpoint> own =
                checkpoints.before(handle, Long.MAX_VALUE, 2).stream()
                        .skip(1)
                        .findFirst()
                        .flatMap(row -> Checkpoint.parse(row.note()));
        return own.isPresent() && newest.filter(n -> !isBefore(n, own.get())).isEmpty();
    }

    private static boolean isBefore(Checkpoint newest, Checkpoint own) {
        return newest.signedAt().isBefore(own.signedAt());
    }

    Finding behind() {
        return new Finding(
                Finding.Kind.CHECKPOINT_LOST,
                topic.name(),
                0,
                "",
                "The topic lacks checkpoints that were published.");
    }

    /// True for the checkpoint after which an old backup was restored on purpose.
    boolean isAccepted(Checkpoint checkpoint) {
        return accepted.filter(Base64.getEncoder().encodeToString(checkpoint.head())::equals)
                .isPresent();
    }

    private Finding finding(Handle handle, Checkpoint checkpoint) {
        Block.End last = blocks.last(handle);
        boolean isShorter = last.number() < checkpoint.block();
        return new Finding(
                Finding.Kind.CHAIN_REPLACED,
                topic.name(),
                checkpoint.lastSeq(),
                "",
                (isShorter
                                ? "The chain ends at block %d with entry %d; the checkpoint of block %d with entry %d was published at %s."
                                : "The chain has another block than the checkpoint that was published: it ends at block %d with entry %d, the checkpoint is of block %d with entry %d and %s.")
                        .formatted(
                                last.number(),
                                last.lastSeq(),
                                checkpoint.block(),
                                checkpoint.lastSeq(),
                                checkpoint.signedAt()));
    }
}
