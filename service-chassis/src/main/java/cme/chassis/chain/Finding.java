package cme.chassis.chain;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Something that does not agree with the chain.
///
/// @param place the table or topic
/// @param seq the number of the entry; 0 when there is none
/// @param subject the subject of the entry or row, such as the number of a diplomate; empty when it
///   is not known
@Schema(name = "ChainFinding", description = "Something that does not agree with the chain")
public record Finding(
        Kind kind,
        @Schema(description = "The table or topic", examples = "event_log") String place,
        @Schema(description = "The number of the entry; 0 for none", examples = "1234") long seq,
        @Schema(description = "Whom or what it is about; empty if unknown", examples = "012345")
                String subject,
        @Schema(examples = "The entry was altered.") String detail) {

    /// What is wrong.
    @Schema(name = "ChainFindingKind")
    public enum Kind {
        /// An entry of the log has other contents than when it was chained.
        ENTRY_ALTERED,
        /// An entry has the contents of another one.
        ENTRY_MOVED,
        /// An entry that was chained is gone.
        ENTRY_MISSING,
        /// An entry has come between chained ones.
        ENTRY_ADDED,
        /// A block of the chain does not follow from the one before.
        BLOCK_BROKEN,
        /// A checkpoint in the database is not signed by this service, or of another chain.
        CHECKPOINT_BROKEN,
        /// A checkpoint that was published is not on the topic.
        CHECKPOINT_LOST,
        /// The chain does not hold a checkpoint that was published: an old backup was restored, or
        /// somebody made the chain again.
        CHAIN_REPLACED,
        /// A current row differs from the last revision in the log.
        ROW_DIFFERS,
        /// The last revision in the log has the number of an earlier one with other contents, or a
        /// lower one: somebody has repeated an old revision.
        REVISION_REPEATED,
        /// A revision in the log has no current row.
        ROW_MISSING,
        /// An event on the topic is not in the log, or not so.
        EVENT_DIFFERS,
        /// An event agrees with the log and has no signature: it is from before events were signed,
        /// or somebody has repeated it.
        EVENT_UNSIGNED,
        /// An event agrees with the log, and its signature is not of a known key for the topic.
        EVENT_NOT_AUTHENTIC,
        /// An entry that was published is not on the topic.
        EVENT_MISSING,
        /// Data cannot be read as what it must be.
        UNREADABLE
    }

    static Finding ofEntry(Kind kind, long seq, String subject, String detail) {
        return new Finding(kind, "event_log", seq, subject, detail);
    }

    static Finding ofBlock(long number, String detail) {
        return new Finding(Kind.BLOCK_BROKEN, "event_log_block", 0, Long.toString(number), detail);
    }
}
