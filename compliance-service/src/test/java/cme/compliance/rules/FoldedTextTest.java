package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// The grapheme joiner, the Hangul fillers, and the first and last selectors of a variant.
    @ParameterizedTest
    @ValueSource(ints = {0x034F, 0x115F, 0x1160, 0xFE00, 0xFE0F, 0xE0100, 0xE01EF})
    void aMarkThatNobodySeesIsLeftOut(int mark) {
        assertThat(FoldedText.of("Grand" + Character.toString(mark) + " rounds"))
                .isEqualTo("grand rounds");
    }

    @Test
    void spaceBeforeTheFirstWordIsLeftOut() {
        assertThat(FoldedText.of("- \t Grand   rounds ")).isEqualTo("grand rounds");
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
