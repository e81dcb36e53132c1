package cme.compliance.calendar;

import cme.chassis.json.Sha256;

import java.security.SecureRandom;
import java.util.Base64;

/// The part of a feed's address that only its owner knows.
record FeedSecret(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static FeedSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// The hash to be kept. A secret of 256 random bits needs no salt.
    String hash() {
        return Sha256.hex(value);
    }

    /// Nothing that is logged shows the secret.
    @Override
    public String toString() {
        return "FeedSecret";
    }
}
