package cme.chassis.chain;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A check of everything that was asked for: the log, the chain, its checkpoints, the current rows
/// and the topics.
///
/// @param found how many findings there are
/// @param findings the first of them
@Schema(
        name = "ChainVerification",
        description = "A check of the log, its chain, the checkpoints, the current rows and topics")
public record Verification(
        long id,
        State state,
        Instant requestedAt,
        String requestedBy,
        @Schema(description = "Entries of the log that were compared", examples = "1250")
                long entries,
        @Schema(description = "Signed heads of the chain that were compared", examples = "42")
                long checkpoints,
        @Schema(description = "Current rows that were compared", examples = "1100") long rows,
        @Schema(description = "Events on topics that were compared", examples = "1250") long events,
        @Schema(description = "How much does not agree", examples = "0") long found,
        @Schema(description = "The first 100 of it") List<Finding> findings,
        @Schema(
                        description =
                                "Tables and topics that could not be read, and so were not compared",
                        examples = "[\"credit.completions.v1\"]")
                List<String> notCompared,
        @Nullable Instant finishedAt) {

    /// The state of a check.
    @Schema(name = "ChainVerificationState")
    public enum State {
        RUNNING,
        COMPLETE
    }

    public Verification {
        findings = List.copyOf(findings);
        notCompared = List.copyOf(notCompared);
    }
}
