package cme.credit.transcript;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The code of a transcript, by which anybody who has it can check the transcript: 128 random bits.
record TranscriptCode(UUID value) {
    /// Digits may be joined by hyphens and written in any case.
    static final String FORM = "^[0-9A-Fa-f]{4}(-?[0-9A-Fa-f]{4}){7}$";

    private static final Pattern CODE = Pattern.compile(FORM);
    private static final Pattern FOUR_DIGITS = Pattern.compile("(?<=\\G.{4})(?!$)");
    private static final SecureRandom RANDOM = new SecureRandom();

    static TranscriptCode random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        ByteBuffer bits = ByteBuffer.wrap(bytes);
        return new TranscriptCode(new UUID(bits.getLong(), bits.getLong()));
    }

    /// Empty when the text is no code.
    static Optional<TranscriptCode> parse(String text) {
        if (!CODE.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replace("-", "");
        return Optional.of(
                new TranscriptCode(
                        new UUID(
                                Long.parseUnsignedLong(digits.substring(0, 16), 16),
                                Long.parseUnsignedLong(digits.substring(16), 16))));
    }

    /// Eight groups of four digits, which can be read aloud and typed.
    @Override
    public String toString() {
        String digits = value.toString().replace("-", "");
        return String.join("-", FOUR_DIGITS.split(digits));
    }
}
