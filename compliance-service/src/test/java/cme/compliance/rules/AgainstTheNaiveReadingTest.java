package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Two independent implementations of the domain page agree on thousands of diplomates.
class AgainstTheNaiveReadingTest {

    private static final int DIPLOMATES = Integer.getInteger("cme.rules.diplomates", 6000);

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
}
