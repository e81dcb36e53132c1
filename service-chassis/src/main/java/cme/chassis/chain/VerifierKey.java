package cme.chassis.chain;

import cme.chassis.json.Sha256;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The public half of a key that signs checkpoints, in the form that signed notes have it
/// (c2sp.org/signed-note): `name+hash+key`.
///
/// @param key the 32 bytes of an Ed25519 public key
record VerifierKey(String name, byte[] key) {

    static final int HASH_BYTES = 4;

    private static final byte ED25519 = 1;
    private static final Pattern FORM =
            Pattern.compile("([^\\s+]{1,200})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{44})");

    /// What comes before the key in X.509 (RFC 8410).
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /// @throws IllegalArgumentException when the text has another form
    static VerifierKey parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (parts.matches()) {
            byte[] typed = Base64.getDecoder().decode(parts.group(3));
            var key = new VerifierKey(parts.group(1), Arrays.copyOfRange(typed, 1, typed.length));
            if (typed[0] == ED25519 && key.text().equals(text.strip())) {
                return key;
            }
        }
        throw new IllegalArgumentException("The key must have the form name+hash+key");
    }

    /// The first four bytes of SHA-256 of the name, a line feed, the byte 1 and the key.
    byte[] hash() {
        var content = new ByteArrayOutputStream();
        content.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(typed());
        return Arrays.copyOf(Sha256.of(content.toByteArray()), HASH_BYTES);
    }

    String text() {
        return name
                + "+"
                + HexFormat.of().formatHex(hash())
                + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    boolean verifies(byte[] text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(X509);
        encoded.writeBytes(key);
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }

    private byte[] typed() {
        var typed = new ByteArrayOutputStream();
        typed.write(ED25519);
        typed.writeBytes(key);
        return typed.toByteArray();
    }
}
