package cme.credit.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of a transcript tells every difference, and its code is read as people write it.
class TranscriptContentTest {
    private static final TranscriptQuery ALL = new TranscriptQuery(null, null, List.of());
    private static final TranscriptItem ONE = item(UUID.randomUUID(), null, "Rounds", "1.50");
    private static final TranscriptItem OTHER = item(UUID.randomUUID(), "COURSE", "A", "2.00");

    @Test
    void theSameIsTheSame() {
        assertThat(content(ONE, OTHER).isSameAs(content(ONE, OTHER))).isTrue();
        assertThat(content(ONE, OTHER).changesTo(content(ONE, OTHER))).isEmpty();
    }

    @Test
    void whatIsGoneNewOrOtherIsToldByItsKind() {
        TranscriptItem raised = item(ONE.completion(), null, "Rounds", "1.75");
        assertThat(content(ONE).changesTo(content(raised)))
                .containsExactly(TranscriptChange.CORRECTED);
        assertThat(content(ONE, OTHER).changesTo(content(OTHER)))
                .containsExactly(TranscriptChange.WITHDRAWN);
        assertThat(content(ONE).changesTo(content(ONE, OTHER)))
                .containsExactly(TranscriptChange.ADDED);
        assertThat(content(ONE).changesTo(content(OTHER)))
                .containsExactlyInAnyOrder(TranscriptChange.WITHDRAWN, TranscriptChange.ADDED);
    }

    @Test
    void everyFieldAndTheDaysAskedForMatterButNotTheCatalogsTitle() {
        UUID id = ONE.completion();
        assertThat(
                        Stream.of(
                                        content(ONE),
                                        content(item(id, null, "Round", "1.50")),
                                        content(item(id, "X", "Rounds", "1.50")),
                                        content(item(id, null, "Rounds", "1.25")),
                                        TranscriptContent.of(
                                                new TranscriptQuery(
                                                        LocalDate.EPOCH, null, List.of()),
                                                List.of(ONE)))
                                .map(content -> hex(content))
                                .distinct())
                .hasSize(5);
        assertThat(
                        content(OTHER)
                                .isSameAs(content(item(OTHER.completion(), "COURSE", "B", "2.00"))))
                .isTrue();
    }

    @Test
    void aCodeIsReadAsItIsWritten() {
        TranscriptCode code = TranscriptCode.random();
        assertThat(code.toString()).matches("([0-9a-f]{4}-){7}[0-9a-f]{4}");
        assertThat(TranscriptCode.parse(code.toString())).contains(code);
        assertThat(TranscriptCode.parse(code.toString().replace("-", "").toUpperCase()))
                .contains(code);
        assertThat(TranscriptCode.random()).isNotEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "3f2a", "3f2a-91c4-0b7e-55d2-a8e1-6c30-9f4d-b21g"})
    void anythingElseIsNoCode(String text) {
        assertThat(TranscriptCode.parse(text)).isEmpty();
    }

    private static String hex(TranscriptContent content) {
        return HexFormat.of().formatHex(content.digest());
    }

    private static TranscriptContent content(TranscriptItem... items) {
        return TranscriptContent.of(ALL, List.of(items));
    }

    private static TranscriptItem item(UUID id, String activity, String title, String credits) {
        return new TranscriptItem(
                id,
                LocalDate.of(2026, 10, 4),
                activity,
                title,
                null,
                "ASPS",
                null,
                new BigDecimal(credits),
                null);
    }
}
