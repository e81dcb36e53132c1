package cme.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordWordsTest {
    private static final RecordWords WORDS =
            new RecordWords(
                    new Names(Map.of(), Map.of("CARPAL_TUNNEL", "Carpal tunnel release")),
                    Formats.of("en-US", ZoneId.of("America/New_York")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TRACER   | CARPAL_TUNNEL, finished on 2025-03-02 | Carpal tunnel release, finished on Mar 2, 2025
                    TRACER   | CARPAL_TUNNEL, not finished | Carpal tunnel release, not finished
                    TRACER   | NEW_PROCEDURE, not finished | New procedure, not finished
                    PATHWAY  | SPECIAL_CIRCUMSTANCES from 2025-03-10 until 2025-06-30 | Special circumstances from Mar 10, 2025 until Jun 30, 2025
                    DECISION | EXTENDED until 2026-12-31 | Extended by the board until Dec 31, 2026
                    DECISION | WAIVED | Waived by the board
                    CYCLE    | abps-cc-10y from 2021, certified on 2020-11-19 | counted from 2021, certified on Nov 19, 2020
                    SEAL     | whatever it says | whatever it says
                    """)
    void aValueIsPutIntoTheWordsOfPages(String kind, String text, String words) {
        assertThat(WORDS.value(kind, text)).isEqualTo(words);
    }

    @Test
    void everyCycleOfSeveralIsPutIntoWords() {
        assertThat(
                        WORDS.value(
                                "CYCLE",
                                "abps-cc-10y from 2011, certified on 2010-11-19; abps-cc-10y from"
                                        + " 2021, certified on 2020-11-19"))
                .isEqualTo(
                        "counted from 2011, certified on Nov 19, 2010; counted from 2021, certified"
                                + " on Nov 19, 2020");
    }

    @Test
    void theSubjectOfADecisionNamesItsRequirementAndYear() {
        assertThat(RecordWords.finding("cme-total/6")).isEqualTo("CME credits, year 6");
        assertThat(RecordWords.finding("patient-safety/3"))
                .isEqualTo("patient-safety credits, year 3");
        assertThat(RecordWords.finding("anything")).isEqualTo("anything");
    }
}
