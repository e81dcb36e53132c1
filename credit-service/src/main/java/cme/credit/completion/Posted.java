package cme.credit.completion;

import cme.credit.matching.BirthMonthDay;
import cme.credit.matching.Claim;
import cme.credit.matching.NameFolding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A well-formed completion as somebody posted it; nobody has looked yet whom or what it names.
///
/// @param externalId the poster's own name of it, on which idempotency hangs
/// @param activity code in the catalog; null when there is a title
/// @param title of something outside the catalog; null when there is an activity
/// @param patientSafetyCredits null when the poster did not say how much of it is patient safety
/// @param provider given by the board only
public record Posted(
        String externalId,
        @Nullable String diplomateId,
        @Nullable String npi,
        String familyName,
        @Nullable BirthMonthDay birthMonthDay,
        @Nullable String activity,
        @Nullable String title,
        LocalDate completedOn,
        Credits credits,
        @Nullable Credits patientSafetyCredits,
        @Nullable String category,
        @Nullable String provider) {

    /// Separates the values in the hash; form checks keep control characters out of them.
    private static final String SEPARATOR = "\u001f";

    /// @throws IllegalArgumentException unless there is one of activity and title, and a number of
    ///   the diplomate
    public Posted {
        if ((activity == null) == (title == null) || (diplomateId == null && npi == null)) {
            throw new IllegalArgumentException("not a well-formed completion");
        }
    }

    /// What is said of the person.
    public Claim claim() {
        return new Claim(diplomateId, npi, NameFolding.keys(familyName), birthMonthDay);
    }

    /// Equal for the same content however it was written (1.5 or 1.50, CSV or JSON): the first half
    /// of the SHA-256 of its values.
    public UUID contentHash() {
        String content =
                String.join(
                        SEPARATOR,
                        text(diplomateId),
                        text(npi),
                        familyName,
                        text(birthMonthDay),
                        text(activity),
                        text(title),
                        completedOn.toString(),
                        credits.toString(),
                        text(patientSafetyCredits),
                        text(category),
                        text(provider));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            ByteBuffer digest =
                    ByteBuffer.wrap(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
