package cme.credit.completion;

import cme.chassis.json.Sha256;
import cme.credit.completion.Completion.Content;
import cme.credit.matching.BirthMonthDay;
import cme.credit.matching.Claim;
import cme.credit.matching.FamilyName;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A well-formed completion as it was posted, before its diplomate and activity are looked up.
///
/// @param externalId the poster's own name of the completion, which makes posting idempotent
/// @param content its provider is null unless the board named one
public record Posted(
        String externalId,
        @Nullable String diplomateId,
        @Nullable String npi,
        String familyName,
        @Nullable BirthMonthDay birthMonthDay,
        Content content) {

    /// Names of all fields, in the order in which they are written out.
    public static final List<String> FIELDS =
            Stream.of(Posted.class, Content.class)
                    .flatMap(type -> Stream.of(type.getRecordComponents()))
                    .map(RecordComponent::getName)
                    .filter(name -> !name.equals("content"))
                    .toList();

    /// Separates the values in the hash; form checks keep control characters out of them.
    private static final String SEPARATOR = "\u001f";

    /// @throws IllegalArgumentException without any number of the diplomate
    public Posted {
        if (diplomateId == null && npi == null) {
            throw new IllegalArgumentException("A diplomateId or an npi is needed");
        }
    }

    public Posted withProvider(@Nullable String giver) {
        return new Posted(
                externalId,
                diplomateId,
                npi,
                familyName,
                birthMonthDay,
                content.withProvider(giver));
    }

    /// The poster's statement about the person.
    public Claim claim() {
        return new Claim(diplomateId, npi, FamilyName.of(familyName), birthMonthDay);
    }

    /// The first half of the SHA-256 of the values. It is equal for equal content, however that was
    /// written (1.5 or 1.50, CSV or JSON).
    public UUID contentHash() {
        String values =
                Stream.concat(
                                Stream.of(diplomateId, npi, familyName, birthMonthDay),
                                content.values())
                        .map(value -> value == null ? "" : value.toString())
                        .collect(Collectors.joining(SEPARATOR));
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(values));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
