package cme.chassis.chain;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A signed head of the chain.
///
/// @param block the number of the block whose head it is
/// @param total entries of the log up to the end of that block
/// @param note everything, as it was signed
record Checkpoint(
        String origin,
        long total,
        byte[] head,
        long block,
        long lastSeq,
        Instant signedAt,
        String keyName,
        String note) {

    private static final int LINES = 6;
    private static final String BLOCK = "block ";
    private static final String LAST = "last ";
    private static final String TIME = "time ";

    static Checkpoint sign(String origin, Block.End end, Instant now, SigningKey key) {
        String text =
                String.join(
                        "\n",
                        origin,
                        Long.toString(end.total()),
                        Base64.getEncoder().encodeToString(end.head()),
                        BLOCK + end.number(),
                        LAST + end.lastSeq(),
                        TIME + now,
                        "");
        SignedNote signed = SignedNote.sign(text, key);
        return new Checkpoint(
                origin,
                end.total(),
                end.head(),
                end.number(),
                end.lastSeq(),
                now,
                signed.keyName(),
                signed.note());
    }

    /// Empty when it is no note of a checkpoint. Its signature is not looked at.
    static Optional<Checkpoint> parse(String note) {
        return SignedNote.parse(note).flatMap(signed -> parse(signed, note));
    }

    private static Optional<Checkpoint> parse(SignedNote signed, String note) {
        List<String> lines = signed.text().lines().toList();
        if (lines.size() != LINES
                || !lines.get(3).startsWith(BLOCK)
                || !lines.get(4).startsWith(LAST)
                || !lines.get(5).startsWith(TIME)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Checkpoint(
                            lines.get(0),
                            Long.parseLong(lines.get(1)),
                            Base64.getDecoder().decode(lines.get(2)),
                            Long.parseLong(lines.get(3).substring(BLOCK.length())),
                            Long.parseLong(lines.get(4).substring(LAST.length())),
                            Instant.parse(lines.get(5).substring(TIME.length())),
                            signed.keyName(),
                            note));
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// True when it is the head of this end of the chain.
    boolean isOf(Block.End end) {
        return block == end.number()
                && total == end.total()
                && lastSeq == end.lastSeq()
                && Arrays.equals(head, end.head());
    }
}
