package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Exclusion.Reason;
import cme.compliance.rules.Finding.Missing;
import cme.compliance.rules.Finding.State;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tests that compare generated diplomates mean nothing for cases that the generator never makes.
class RandomDiplomateTest {
    private static final int DIPLOMATES = 6000;
    private static final int OFTEN_ENOUGH = 50;

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
