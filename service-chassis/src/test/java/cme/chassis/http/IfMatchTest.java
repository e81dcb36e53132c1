package cme.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", " \"3\" ", "\"2\", \"3\"", "W/\"3\"", "*", " * "})
    void aHeaderThatNamesTheVersionMatches(String header) {
        assertThat(new IfMatch(header).matches(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "3", "\"33\"", "\"\"", "", "\"*\"", "\"3"})
    void anyOtherHeaderDoesNot(String header) {
        assertThat(new IfMatch(header).matches(3)).isFalse();
    }

    @Test
    void aMissingHeaderMatchesNothing() {
        var missing = new IfMatch(null);
        assertThat(missing.isMissing()).isTrue();
        assertThat(missing.matches(3)).isFalse();
        assertThat(missing.revision()).isEmpty();
    }

    @Test
    void anyMatchesEveryVersion() {
        assertThat(IfMatch.ANY.matches(1)).isTrue();
        assertThat(IfMatch.ANY.matches(new ETag("a-digest"))).isTrue();
        assertThat(IfMatch.ANY.revision()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"'\"3\"', 3", "'W/\"999999999\"', 999999999", "'\"2\", \"3\"', 2"})
    void theRevisionIsTheFirstOneNamed(String header, int revision) {
        assertThat(new IfMatch(header).revision()).hasValue(revision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\"", "\"03\"", "\"1234567890\"", "\"abc\"", "3"})
    void aHeaderWithoutARevisionHasNone(String header) {
        assertThat(new IfMatch(header).revision()).isEmpty();
    }

    @Test
    void aLongHeaderIsCutInMessages() {
        assertThat(new IfMatch("x".repeat(41)).shown()).isEqualTo("x".repeat(40));
        assertThat(new IfMatch("\"3\"").shown()).isEqualTo("\"3\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"1\"", "W/\"3\""})
    void aHeaderNamesNoVersionOfWhatIsNotThere(String header) {
        assertThatThrownBy(() -> new IfMatch(header).requireNoneOf("such thing"))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(412));
        assertThatCode(() -> new IfMatch(null).requireNoneOf("such thing"))
                .doesNotThrowAnyException();
    }

    @Test
    void aHeaderThatIsNotNeededIsHonouredWhenItIsSent() {
        assertThat(new IfMatch(null).optional().matches(3)).isTrue();
        assertThat(new IfMatch(null).optional().isMissing()).isFalse();
        assertThat(new IfMatch("\"2\"").optional().matches(3)).isFalse();
        assertThat(new IfMatch(null).matches(3)).isFalse();
    }

    @Test
    void aMissingHeaderIsRequired() {
        Problem problem = new IfMatch(null).refusal(ETag.of(3));
        assertThat(problem.status()).isEqualTo(428);
        assertThat(problem.type()).endsWith("/if-match-required");
    }

    @Test
    void anOldVersionIsStaleAndBothAreNamed() {
        Problem problem = new IfMatch("\"2\"").refusal(ETag.of(3));
        assertThat(problem.status()).isEqualTo(412);
        assertThat(problem.type()).endsWith("/stale");
        assertThat(problem.detail()).contains("\"2\"", "\"3\"");
    }
}
