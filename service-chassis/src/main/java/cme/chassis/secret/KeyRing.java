package cme.chassis.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Keys by their ids. The first one seals, all of them open, so that keys can be changed one after
/// the other: put the new key first, seal again what the old ones have sealed, remove the old ones.
///
/// Values are sealed by AES-256-GCM with a random nonce of 96 bits, which NIST SP 800-38D allows
/// for 2^32 values of one key.
public final class KeyRing {

    /// The length of a key.
    public static final int KEY_BYTES = 32;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String ID = "[A-Za-z0-9_-]{1,64}";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String current;
    private final Map<String, SecretKey> keys;

    private KeyRing(String current, Map<String, SecretKey> keys) {
        this.current = current;
        this.keys = Map.copyOf(keys);
    }

    /// A ring of one key.
    ///
    /// @param id 1 to 64 letters, digits, `-` and `_`; part of every value that it seals
    /// @param key [#KEY_BYTES] random bytes
    public static KeyRing of(String id, byte[] key) {
        return new KeyRing(id, Map.of(requireId(id), secretKey(key)));
    }

    /// Reads a setting: `id:key`, several with commas, each key in base64. The first one seals.
    ///
    /// @throws IllegalArgumentException when the text has another form; the message does not
    ///   contain any part of it
    public static KeyRing parse(String text) {
        var keys = new LinkedHashMap<String, SecretKey>();
        for (String one : text.split(",", -1)) {
            String[] parts = one.strip().split(":", 2);
            if (parts.length != 2
                    || keys.put(requireId(parts[0]), secretKey(decoded(parts[1]))) != null) {
                throw badForm();
            }
        }
        return new KeyRing(keys.firstEntry().getKey(), keys);
    }

    /// Random bytes for a new key.
    public static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /// Encrypts a value under the current key.
    ///
    /// @param context where the value belongs, such as the table, column and id of its row. It is
    ///   not stored, but a value opens only with the context that it was sealed with, so it cannot
    ///   be moved to another place
    public SealedValue seal(byte[] plain, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, current, nonce, context).doFinal(plain);
            return SealedValue.of(
                    current,
                    ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                            .put(nonce)
                            .put(encrypted)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The value cannot be sealed", e);
        }
    }

    /// As [#seal(byte[], String)], for a text in UTF-8.
    public SealedValue seal(String plain, String context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /// Decrypts a value.
    ///
    /// @throws CannotOpen when the ring does not have its key, or when value or context are not
    ///   those that were sealed
    public byte[] open(SealedValue value, String context) {
        byte[] sealed = value.bytes();
        if (!keys.containsKey(value.keyId())) {
            throw new CannotOpen("There is no key " + value.keyId());
        }
        if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new CannotOpen("The sealed value is too short");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, value.keyId(), sealed, context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException _) {
            throw new CannotOpen("The sealed value was changed or belongs elsewhere");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The value cannot be opened", e);
        }
    }

    /// As [#open(SealedValue, String)], for a text in UTF-8.
    public String openText(SealedValue value, String context) {
        return new String(open(value, context), StandardCharsets.UTF_8);
    }

    /// False for a value that should be sealed again, because a former key sealed it.
    public boolean isCurrent(SealedValue value) {
        return current.equals(value.keyId());
    }

    /// @param nonce begins with the nonce
    private Cipher cipher(int mode, String keyId, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String requireId(String id) {
        if (!id.matches(ID)) {
            throw badForm();
        }
        return id;
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException _) {
            throw badForm();
        }
    }

    private static SecretKey secretKey(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw badForm();
        }
        return new SecretKeySpec(Arrays.copyOf(key, KEY_BYTES), "AES");
    }

    private static IllegalArgumentException badForm() {
        return new IllegalArgumentException(
                "Keys must be id:key, several with commas, each key "
                        + KEY_BYTES
                        + " bytes in base64");
    }

    /// Keeps the keys out of logs.
    @Override
    public String toString() {
        return "KeyRing[" + current + "]";
    }
}
