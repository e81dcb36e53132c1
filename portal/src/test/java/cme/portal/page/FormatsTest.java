package cme.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Formats AMERICAN = Formats.of("en-US", NEW_YORK);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void aDateIsWrittenAsTheReadersRegionDoes() {
        assertThat(AMERICAN.date(DAY)).isEqualTo("Dec 1, 2026");
        assertThat(AMERICAN.longDate(DAY)).isEqualTo("December 1, 2026");
        assertThat(Formats.of("en-GB,en;q=0.8", NEW_YORK).date(DAY)).isEqualTo("1 Dec 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE,de;q=0.9", "", "en", "*", "not a header;;q=x", "en;q=0.5,fr-FR"})
    void whoReadsNoRegionOfEnglishReadsAmericanDates(String header) {
        assertThat(Formats.of(header, NEW_YORK).date(DAY)).isEqualTo("Dec 1, 2026");
    }

    @Test
    void whoSaysNothingReadsAmericanDates() {
        assertThat(Formats.of(null, NEW_YORK).date(DAY)).isEqualTo("Dec 1, 2026");
    }

    @Test
    void anInstantIsWrittenInTheBoardsZone() {
        Instant lateOnTheDayBefore = Instant.parse("2026-12-02T03:44:00Z");
        assertThat(AMERICAN.instant(lateOnTheDayBefore).replace('\u202f', ' '))
                .isEqualTo("Dec 1, 2026, 10:44 PM ET");
        assertThat(AMERICAN.day(lateOnTheDayBefore)).isEqualTo(DAY);
    }

    @Test
    void aDayOfEveryYearIsWrittenInWords() {
        assertThat(AMERICAN.monthDay("03-14")).isEqualTo("March 14");
        assertThat(Formats.of("en-GB", NEW_YORK).monthDay("02-29")).isEqualTo("29 February");
        assertThat(AMERICAN.monthDay("not a day")).isEqualTo("not a day");
    }

    @ParameterizedTest
    @CsvSource({
        "29,29.00,29",
        "4.25,4.25,4.25",
        "4.5,4.50,4.50",
        "1234.75,'1,234.75','1,234.75'",
        "0.00,0.00,0"
    })
    void creditsHaveTwoDecimalsInColumnsAndAreShortElsewhere(
            BigDecimal credits, String column, String sentence) {
        assertThat(AMERICAN.credits(credits)).isEqualTo(column);
        assertThat(AMERICAN.shortCredits(credits)).isEqualTo(sentence);
        assertThat(AMERICAN.creditsInWords(credits)).isEqualTo(sentence + " credits");
    }

    @Test
    void oneCreditIsOne() {
        assertThat(AMERICAN.creditsInWords(new BigDecimal("1.00"))).isEqualTo("1 credit");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01,today",
        "2026-12-02,in 1 day",
        "2026-12-04,in 3 days",
        "2026-11-30,1 day ago",
        "2023-12-01,'1,096 days ago'"
    })
    void howFarADayIs(LocalDate day, String words) {
        assertThat(AMERICAN.distance(DAY, day)).isEqualTo(words);
    }

    @Test
    void aListReadsAsASentenceDoes() {
        assertThat(Formats.list(List.of())).isEmpty();
        assertThat(Formats.list(List.of("a"))).isEqualTo("a");
        assertThat(Formats.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Formats.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
