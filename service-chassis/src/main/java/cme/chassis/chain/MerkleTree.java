package cme.chassis.chain;

import cme.chassis.json.Sha256;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// The Merkle tree of RFC 6962, section 2.1, with SHA-256. Leaves and nodes are hashed with
/// different first bytes, so that a node cannot be passed off as a leaf.
final class MerkleTree {

    static final int HASH_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /// The first byte of what a head is the hash of; see [Block].
    static final byte HEAD = 2;

    private MerkleTree() {}

    static byte[] leaf(byte[] entry) {
        MessageDigest digest = Sha256.begin();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    static byte[] hash(ByteBuffer content) {
        MessageDigest digest = Sha256.begin();
        digest.update(content);
        return digest.digest();
    }

    /// @param leaves at least one
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = split(leaves.size());
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /// The hashes that lead from a leaf to the root, the lowest first (RFC 6962, section 2.1.1).
    static List<byte[]> path(List<byte[]> leaves, int index) {
        var path = new ArrayList<byte[]>();
        addPath(leaves, index, path);
        return path;
    }

    private static void addPath(List<byte[]> leaves, int index, List<byte[]> path) {
        if (leaves.size() > 1) {
            int split = split(leaves.size());
            List<byte[]> left = leaves.subList(0, split);
            List<byte[]> right = leaves.subList(split, leaves.size());
            if (index < split) {
                addPath(left, index, path);
                path.add(root(right));
            } else {
                addPath(right, index - split, path);
                path.add(root(left));
            }
        }
    }

    /// The largest power of two below the number.
    private static int split(int leaves) {
        return Integer.highestOneBit(leaves - 1);
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.begin();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
