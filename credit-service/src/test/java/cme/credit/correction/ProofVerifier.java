package cme.credit.correction;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A stranger, who has decision 17, a proof, and the public key, and none of the services' code.
final class ProofVerifier {

    private ProofVerifier() {}

    /// The eight values of the entry.
    ///
    /// @throws IllegalArgumentException that says what does not agree
    static List<String> verify(Map<String, Object> proof, String publicKeyHex)
            throws GeneralSecurityException {
        byte[] entry = bytes(proof.get("entry"));
        List<Map<String, Object>> blocks = list(proof.get("blocks"));
        byte[] root =
                rootFromPath(
                        hash(new byte[] {0}, entry),
                        number(proof.get("leafIndex")),
                        number(blocks.getFirst().get("entries")),
                        ProofVerifier.<String>list(proof.get("path")).stream()
                                .map(ProofVerifier::bytes)
                                .toList());
        require(Arrays.equals(root, bytes(blocks.getFirst().get("root"))), "root");
        byte[] head = bytes(proof.get("previousHead"));
        for (Map<String, Object> block : blocks) {
            head =
                    hash(
                            new byte[] {2},
                            head,
                            long8(block.get("number")),
                            long8(block.get("firstSeq")),
                            long8(block.get("lastSeq")),
                            long8(block.get("entries")),
                            bytes(block.get("root")));
        }
        Map<String, Object> checkpoint = map(proof.get("checkpoint"));
        String note = (String) checkpoint.get("note");
        int end = note.indexOf("\n\n") + 1;
        String text = note.substring(0, end);
        List<String> lines = text.lines().toList();
        require(lines.get(0).equals("credit-service/event-log"), "origin");
        require(Arrays.equals(head, bytes(lines.get(2))), "head");
        require(lines.get(3).equals("block " + blocks.getLast().get("number")), "block");
        requireSigned(text, note.substring(end + 1), publicKeyHex);
        return values(entry);
    }

    private static void requireSigned(String text, String signatureLine, String publicKeyHex)
            throws GeneralSecurityException {
        require(signatureLine.startsWith("\u2014 credit-service/1 "), "name of the key");
        byte[] signed = bytes(signatureLine.strip().split(" ")[2]);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(publicKey(publicKeyHex));
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        require(signature.verify(Arrays.copyOfRange(signed, 4, signed.length)), "signature");
    }

    private static PublicKey publicKey(String hex) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new X509EncodedKeySpec(
                                HexFormat.of().parseHex("302a300506032b6570032100" + hex)));
    }

    /// RFC 9162, section 2.1.3.2.
    private static byte[] rootFromPath(byte[] leaf, long index, long size, List<byte[]> path)
            throws GeneralSecurityException {
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : path) {
            require(sn != 0, "length of the path");
            if ((fn & 1) == 1 || fn == sn) {
                r = hash(new byte[] {1}, p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = hash(new byte[] {1}, r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        require(sn == 0, "length of the path");
        return r;
    }

    private static List<String> values(byte[] entry) {
        var values = new ArrayList<String>();
        var rest = ByteBuffer.wrap(entry);
        while (rest.hasRemaining()) {
            int length = rest.getInt();
            var value = new byte[Math.max(length, 0)];
            rest.get(value);
            values.add(length < 0 ? "" : new String(value, StandardCharsets.UTF_8));
        }
        return values;
    }

    private static byte[] hash(byte[]... parts) throws GeneralSecurityException {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    }

    private static byte[] long8(Object number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number(number)).array();
    }

    private static long number(Object number) {
        return ((Number) number).longValue();
    }

    private static byte[] bytes(Object base64) {
        return Base64.getDecoder().decode((String) base64);
    }

    @SuppressWarnings("unchecked") // JSON
    private static <T> List<T> list(Object value) {
        return (List<T>) value;
    }

    @SuppressWarnings("unchecked") // JSON
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("This does not agree: " + what);
        }
    }
}
