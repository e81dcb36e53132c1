package cme.chassis.secret;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An encrypted value as it is stored. Only a [KeyRing] with its key can open it.
///
/// @param keyId which key sealed it
/// @param sealed nonce, ciphertext and authentication tag in base64url
public record SealedValue(String keyId, String sealed) {

    private static final String PREFIX = "sealed.v1.";
    private static final Pattern FORM =
            Pattern.compile("sealed\\.v1\\.([A-Za-z0-9_-]{1,64})\\.([A-Za-z0-9_-]+)");

    static SealedValue of(String keyId, byte[] sealed) {
        return new SealedValue(
                keyId, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /// @throws IllegalArgumentException when it is not the text of a sealed value
    public static SealedValue parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("The text is not a sealed value");
        }
        return new SealedValue(form.group(1), form.group(2));
    }

    /// True for the text of a sealed value, so that a column may hold values from before they were
    /// sealed.
    public static boolean isSealed(String text) {
        return text.startsWith(PREFIX);
    }

    /// `sealed.v1.` with the id of the key and the bytes, as a column of type text stores it.
    public String text() {
        return PREFIX + keyId + "." + sealed;
    }

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(sealed);
    }
}
