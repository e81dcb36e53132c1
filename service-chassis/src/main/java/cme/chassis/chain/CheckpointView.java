package cme.chassis.chain;

import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A signed head of the chain, for others. The note says all of it, and only the note is signed.
@Schema(
        name = "Checkpoint",
        description =
                "A signed head of the hash chain beside the event log. Only `note` is signed; the"
                        + " other fields repeat what it says.")
public record CheckpointView(
        @Schema(description = "The log", examples = "credit-service/event-log") String origin,
        @Schema(description = "Entries of the log up to here", examples = "1250") long entries,
        @Schema(description = "Base64", examples = "v4R3pgl3UR5S1CS6tcHEyvBoR4bLo0UmsZn6y4Yz1aY=")
                String head,
        @Schema(description = "The block whose head it is", examples = "17") long block,
        @Schema(description = "The number of the last entry", examples = "1253") long lastSeq,
        Instant signedAt,
        @Schema(
                        description =
                                "The public key that the note names, as name+hash+key; null when it"
                                        + " is not known any more",
                        examples =
                                "credit-service/1+0f1e2d3c+AQ7mVcpLSBtSGEsHBWN1OSGBUL5VQFD7VVrFvG5S3J8j")
                @Nullable String verifierKey,
        @Schema(description = "A signed note (c2sp.org/signed-note)") String note) {

    static CheckpointView of(Checkpoint checkpoint, CheckpointKeys keys) {
        return new CheckpointView(
                checkpoint.origin(),
                checkpoint.total(),
                Base64.getEncoder().encodeToString(checkpoint.head()),
                checkpoint.block(),
                checkpoint.lastSeq(),
                checkpoint.signedAt(),
                keys.named(checkpoint.keyName()).map(VerifierKey::text).orElse(null),
                checkpoint.note());
    }
}
