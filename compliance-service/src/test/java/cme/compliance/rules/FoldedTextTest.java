package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    Grand rounds|GRAND ROUNDS
                    Grand rounds|  Grand \u00a0\t rounds\u3000\s
                    Grand rounds|\u201cGrand\u200b rounds\u201d!
                    Grand rounds|Grand\u00ad - rounds.\ufeff
                    Grand rounds|Ｇrand rounds
                    Straße 1|STRASSE 1
                    Café|Cafe\u0301
                    part 2: hands|Part 2 (hands)
                    ...|  ...
                    """)
    void theSameTextIsFoldedToTheSame(String one, String other) {
        assertThat(FoldedText.of(one)).isEqualTo(FoldedText.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Grand rounds|Grandrounds
                    Grand rounds|Grand rounds 2
                    Café|Cafe
                    C|C+
                    ...|!!!
                    手外科|整形外科
                    """)
    void otherTextIsFoldedToOther(String one, String other) {
        assertThat(FoldedText.of(one)).isNotEqualTo(FoldedText.of(other));
    }
}
