package cme.chassis.chain;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A link of the chain: the entries of a span of sequence numbers, by their hashes. Numbers of the
/// span without an entry belong to transactions that were rolled back.
///
/// @param number counts from 1 without gaps
/// @param firstSeq the number after the last one of the block before
/// @param total entries of the log up to the end of this block
/// @param leaves number and leaf hash of each entry, in order
/// @param root of the Merkle tree of the leaf hashes
/// @param head see [#headAfter]
record Block(
        long number,
        long firstSeq,
        long lastSeq,
        long total,
        List<Leaf> leaves,
        byte[] root,
        byte[] head,
        Instant chainedAt) {

    /// An entry of a block.
    record Leaf(long seq, byte[] hash) {}

    /// The place where a block ends, which the next one carries on from.
    record End(long number, long lastSeq, long total, byte[] head) {

        /// Before the first block.
        static final End NONE = new End(0, 0, 0, new byte[MerkleTree.HASH_BYTES]);
    }

    /// The numbers that a head is the hash of, besides the head before and the root.
    private static final int NUMBERS = 4;

    private static final int LEAF_BYTES = Long.BYTES + MerkleTree.HASH_BYTES;

    Block {
        leaves = List.copyOf(leaves);
    }

    /// The block of these entries after the given end of the chain.
    static Block of(End before, List<Leaf> leaves, Instant now) {
        long lastSeq = leaves.getLast().seq();
        var block =
                new Block(
                        before.number() + 1,
                        before.lastSeq() + 1,
                        lastSeq,
                        before.total() + leaves.size(),
                        leaves,
                        rootOf(leaves),
                        new byte[0],
                        now);
        return block.with(block.headAfter(before.head()));
    }

    static Block of(ResultSet row) throws SQLException {
        return new Block(
                row.getLong("number"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getLong("total"),
                leaves(row.getBytes("leaves")),
                row.getBytes("root"),
                row.getBytes("head"),
                row.getObject("chained_at", OffsetDateTime.class).toInstant());
    }

    private Block with(byte[] otherHead) {
        return new Block(number, firstSeq, lastSeq, total, leaves, root, otherHead, chainedAt);
    }

    End end() {
        return new End(number, lastSeq, total, head);
    }

    /// SHA-256 of the byte 2, the head of the block before, the numbers of the block, of its first
    /// and its last entry and of its entries (eight bytes each, the highest first), and its root.
    byte[] headAfter(byte[] headBefore) {
        return head(headBefore, number, firstSeq, lastSeq, leaves.size(), root);
    }

    static byte[] head(
            byte[] before, long number, long firstSeq, long lastSeq, long entries, byte[] root) {
        var content = ByteBuffer.allocate(1 + before.length + NUMBERS * Long.BYTES + root.length);
        content.put(MerkleTree.HEAD)
                .put(before)
                .putLong(number)
                .putLong(firstSeq)
                .putLong(lastSeq)
                .putLong(entries)
                .put(root);
        return MerkleTree.hash(content.flip());
    }

    /// True when the block says of itself what it must after the given end.
    boolean follows(End before) {
        return number == before.number() + 1
                && firstSeq == before.lastSeq() + 1
                && total == before.total() + leaves.size()
                && !leaves.isEmpty()
                && leaves.getLast().seq() == lastSeq
                && Arrays.equals(root, rootOf(leaves))
                && Arrays.equals(head, headAfter(before.head()));
    }

    List<byte[]> hashes() {
        return hashes(leaves);
    }

    /// The place of an entry among the leaves; negative when the block has no such entry.
    int indexOf(long seq) {
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).seq() == seq) {
                return i;
            }
        }
        return -1;
    }

    byte[] leafBytes() {
        var bytes = ByteBuffer.allocate(leaves.size() * LEAF_BYTES);
        leaves.forEach(leaf -> bytes.putLong(leaf.seq()).put(leaf.hash()));
        return bytes.array();
    }

    /// What does not divide evenly was tampered with; the rest of it is left out, so that the root
    /// does not agree.
    private static List<Leaf> leaves(byte[] bytes) {
        var leaves = new ArrayList<Leaf>(bytes.length / LEAF_BYTES);
        var rest = ByteBuffer.wrap(bytes);
        while (rest.remaining() >= LEAF_BYTES) {
            var hash = new byte[MerkleTree.HASH_BYTES];
            long seq = rest.getLong();
            rest.get(hash);
            leaves.add(new Leaf(seq, hash));
        }
        return leaves;
    }

    private static byte[] rootOf(List<Leaf> leaves) {
        return MerkleTree.root(hashes(leaves));
    }

    private static List<byte[]> hashes(List<Leaf> leaves) {
        return leaves.stream().map(Leaf::hash).toList();
    }
}
