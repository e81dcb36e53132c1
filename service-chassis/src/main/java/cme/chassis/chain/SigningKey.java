package cme.chassis.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;

/// The Ed25519 key (RFC 8032) that signs checkpoints.
final class SigningKey {

    static final int BYTES = 32;

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /// @param name names the key in every note that it signs
    /// @param hex the 32 bytes of the private key as 64 hexadecimal digits
    /// @throws IllegalArgumentException when it has another form
    static SigningKey of(String name, String hex) {
        byte[] seed = HexFormat.of().parseHex(hex.strip());
        if (seed.length != BYTES) {
            throw new IllegalArgumentException("The key must have 64 hexadecimal digits");
        }
        try {
            PrivateKey key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(
                                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            return new SigningKey(key, new VerifierKey(name, publicKey(seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks Ed25519", e);
        }
    }

    /// The JDK derives a public key only when it makes a pair. It makes the pair of this private
    /// key when that is what it gets as random bytes.
    private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
        byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
        // X.509 ends with the 32 bytes of the key (RFC 8410).
        return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
    }

    VerifierKey verifier() {
        return verifier;
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A checkpoint cannot be signed", e);
        }
    }

    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Fixed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
