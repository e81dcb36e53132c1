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
    private final CheckpointTopic topic;
    private final Optional<String> accepted;

    PublishedCheckpoint(Blocks blocks, CheckpointTopic topic, ChassisConfig config) {
        this.blocks = blocks;
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
