package cme.chassis.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 digests.
public final class Sha256 {

    /// Is copied, as to look the algorithm up costs as much as to digest a short text.
    private static final MessageDigest EMPTY = found();

    private Sha256() {}

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256", e);
        }
    }

    /// A digest of nothing yet.
    public static MessageDigest begin() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java platform cannot copy SHA-256", e);
        }
    }

    /// The 32 bytes of the digest.
    public static byte[] of(byte[] content) {
        return begin().digest(content);
    }

    /// The 32 bytes of the digest of a text in UTF-8.
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The digest of a text in UTF-8, as 64 hexadecimal digits.
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }
}
