package cme.stack.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;

/// An RSA key pair. Only the private key is kept: the public one follows from it, so the two cannot
/// come apart.
public final class SigningKey {
    private static final int BITS = 2048;
    private static final String ALGORITHM = "SHA256withRSA";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    public static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The key in this PEM file; a new one if there is no such file.
    ///
    /// @param write how the text of a new key gets into the file, readable by its owner alone
    public static SigningKey in(Path file, Consumer<String> write) {
        if (!Files.exists(file)) {
            write.accept(generate().pem());
        }
        return read(file);
    }

    /// The key in this PEM file.
    public static SigningKey read(Path file) {
        try {
            String text = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey)
                            factory.generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
            var open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new SigningKey(new KeyPair(factory.generatePublic(open), key));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not a private RSA key: " + file, e);
        }
    }

    private String pem() {
        byte[] newline = {'\n'};
        String text =
                Base64.getMimeEncoder(64, newline).encodeToString(pair.getPrivate().getEncoded());
        return BEGIN + text + END;
    }

    /// X.509 in Base64 without line breaks, as `quarkus.oidc.public-key` wants it.
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /// The modulus as a JSON Web Key has it (RFC 7518, section 6.3.1.1).
    public String modulus() {
        return unsigned(open().getModulus());
    }

    /// The public exponent as a JSON Web Key has it (RFC 7518, section 6.3.1.2).
    public String exponent() {
        return unsigned(open().getPublicExponent());
    }

    private RSAPublicKey open() {
        return (RSAPublicKey) pair.getPublic();
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Json.base64(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    /// True if [#sign] has made this of the text.
    public boolean hasSigned(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(pair.getPublic());
            check.update(text.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (SignatureException _) {
            return false; // of another length
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// RS256: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3).
    public byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
