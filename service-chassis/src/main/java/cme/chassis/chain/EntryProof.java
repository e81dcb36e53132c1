package cme.chassis.chain;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Everything with which somebody who trusts nobody's database can see that an entry is in the log
/// that a checkpoint is signed for. `docs/decisions/0017-hash-chain.md` has the steps.
@Schema(
        name = "EntryProof",
        description =
                "An entry of the log, the way from it to a head of the hash chain, and the signature"
                        + " of that head. All hashes are SHA-256 in Base64.")
public record EntryProof(
        @Schema(description = "The number of the entry", examples = "1234") long seq,
        @Schema(
                        examples = "AAAABDEyMzQ=",
                        description =
                                "The bytes of the entry in Base64: eight values, each with its length")
                String entry,
        @Schema(description = "The place of the entry in its block, from 0", examples = "3")
                int leafIndex,
        @Schema(
                        examples = "[\"v4R3pgl3UR5S1CS6tcHEyvBoR4bLo0UmsZn6y4Yz1aY=\"]",
                        description =
                                "The hashes beside the way from the entry to the root of its block,"
                                        + " the lowest first (RFC 6962)")
                List<String> path,
        @Schema(description = "The head before the first of the blocks", examples = EntryProof.HASH)
                String previousHead,
        @Schema(description = "From the block of the entry to that of the checkpoint")
                List<BlockView> blocks,
        CheckpointView checkpoint) {

    private static final String HASH = "v4R3pgl3UR5S1CS6tcHEyvBoR4bLo0UmsZn6y4Yz1aY=";

    /// A block of the chain, without its entries.
    @Schema(name = "ChainBlock")
    public record BlockView(
            @Schema(examples = "17") long number,
            @Schema(examples = "1201") long firstSeq,
            @Schema(examples = "1253") long lastSeq,
            @Schema(examples = "50") long entries,
            @Schema(description = "Of the Merkle tree of its entries", examples = HASH) String root,
            @Schema(description = "Of the head before, the numbers and the root", examples = HASH)
                    String head) {}

    public EntryProof {
        path = List.copyOf(path);
        blocks = List.copyOf(blocks);
    }
}
