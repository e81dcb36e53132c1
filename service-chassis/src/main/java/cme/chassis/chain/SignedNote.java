package cme.chassis.chain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/// A text with a signature in the form of signed notes (c2sp.org/signed-note): the text, an empty
/// line, and a line with the name of the key and the signature.
record SignedNote(String text, String keyName, byte[] keyHash, byte[] signature) {

    private static final String SIGNATURE = "\n\u2014 ";

    /// @param text ends with a line feed
    static SignedNote sign(String text, SigningKey key) {
        return new SignedNote(
                text,
                key.verifier().name(),
                key.verifier().hash(),
                key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Empty when it has another form.
    static Optional<SignedNote> parse(String note) {
        int end = note.lastIndexOf(SIGNATURE);
        if (end < 0 || !note.endsWith("\n")) {
            return Optional.empty();
        }
        String[] line = note.substring(end + SIGNATURE.length(), note.length() - 1).split(" ", -1);
        try {
            byte[] signed = Base64.getDecoder().decode(line[line.length - 1]);
            return line.length == 2 && signed.length > VerifierKey.HASH_BYTES
                    ? Optional.of(
                            new SignedNote(
                                    note.substring(0, end),
                                    line[0],
                                    Arrays.copyOf(signed, VerifierKey.HASH_BYTES),
                                    Arrays.copyOfRange(
                                            signed, VerifierKey.HASH_BYTES, signed.length)))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// True when one of the keys has signed the text.
    boolean isSignedBy(Stream<VerifierKey> keys) {
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        return keys.filter(key -> key.name().equals(keyName) && Arrays.equals(key.hash(), keyHash))
                .anyMatch(key -> key.verifies(signed, signature));
    }

    String note() {
        var signed = new byte[keyHash.length + signature.length];
        System.arraycopy(keyHash, 0, signed, 0, keyHash.length);
        System.arraycopy(signature, 0, signed, keyHash.length, signature.length);
        return text + SIGNATURE + keyName + " " + Base64.getEncoder().encodeToString(signed) + "\n";
    }
}
