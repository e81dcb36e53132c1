package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two readings of one text, written apart, agree on thousands of diplomates.
@Tag("slow")
class AgainstTheNaiveReadingTest {

    private static final int DIPLOMATES = Integer.getInteger("cme.rules.diplomates", 6000);
    private static final int OFTEN_ENOUGH = 50;

    @Test
    void theCoreAnswersAsTheNaiveReadingDoes() {
        for (long seed = 0; seed < DIPLOMATES; seed++) {
            RandomDiplomate diplomate = RandomDiplomate.of(seed);
            String naive =
                    NaiveAssessment.answer(
                            diplomate.rules(),
                            diplomate.facts(),
                            diplomate.asOf(),
                            diplomate.knownAt());

            assertThat(diplomate.answer()).as("diplomate %d", seed).isEqualTo(naive);
        }
    }

    /// Agreement means nothing where the dice never fall.
    @Test
    void theMadeUpDiplomatesReachEveryStateStandingAndReasonOften() {
        Map<Object, Integer> seen = new HashMap<>();
        for (long seed = 0; seed < DIPLOMATES; seed++) {
            Status status = RandomDiplomate.of(seed).assess();
            seen.merge(status.standing(), 1, Integer::sum);
            status.countedNowhere().forEach(e -> seen.merge(e.reason(), 1, Integer::sum));
            for (Finding finding : status.findings()) {
                seen.merge(finding.state(), 1, Integer::sum);
                finding.missing().forEach(part -> seen.merge(part, 1, Integer::sum));
                finding.notCounted().forEach(e -> seen.merge(e.reason(), 1, Integer::sum));
            }
        }
        assertThat(seen)
                .containsKeys(
                        Stream.of(
                                        State.values(),
                                        Standing.values(),
                                        Reason.values(),
                                        Missing.values())
                                .flatMap(Arrays::stream)
                                .toArray());
        assertThat(seen.values()).allMatch(times -> times >= OFTEN_ENOUGH);
    }
}
