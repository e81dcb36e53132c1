package cme.credit.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    private static final Instant AT = Instant.parse("2026-11-23T15:04:05.678Z");

    @Test
    void itIsAUuidOfVersion7WithTheInstantInFront() {
        UUID id = TimeOrderedId.at(AT);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(AT.toEpochMilli());
    }

    /// As thousands of rows of a roster are; PostgreSQL compares ids as their texts are compared.
    @Test
    void thoseOfOneInstantGrow() {
        List<String> ids =
                Stream.generate(() -> TimeOrderedId.at(AT).toString()).limit(100_000).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void thoseOfALaterInstantAreGreater() {
        String before = TimeOrderedId.at(AT).toString();
        assertThat(TimeOrderedId.at(AT.plusMillis(1)).toString()).isGreaterThan(before);
    }
}
