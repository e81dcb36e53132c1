package cme.benchmarks.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.stack.process.StackFailure;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {

    private long seconds;

    private TimeBudget pace(boolean bounded) {
        return new TimeBudget(bounded, () -> seconds * 1_000_000_000L);
    }

    private int[] roundsOf(IntStream rounds, int secondsEach) {
        return rounds.peek(_ -> seconds += secondsEach).toArray();
    }

    @Test
    void whoIsInTimeMakesAllRounds() {
        var pace = pace(true);
        pace.begin("start");
        assertThat(roundsOf(pace.rounds(3), 1)).containsExactly(0, 1, 2);
    }

    @Test
    void whoseShareIsUsedUpMakesNoFurtherRound() {
        var pace = pace(true);
        pace.begin("start");
        assertThat(roundsOf(pace.rounds(3), TimeBudget.STARTED + TimeBudget.SHARES.get("start")))
                .containsExactly(0, 1);
        assertThat(pace.isBehind()).isTrue();
    }

    @Test
    void whoBeginsLateMakesOneRound() {
        var pace = pace(true);
        seconds = 200;
        pace.begin("start");
        assertThat(roundsOf(pace.rounds(3), 1)).containsExactly(0);
    }

    @Test
    void timeThatOthersLeftIsUsed() {
        var pace = pace(true);
        pace.begin("start");
        pace.begin("roster");
        seconds =
                TimeBudget.STARTED
                        + TimeBudget.SHARES.get("start")
                        + TimeBudget.SHARES.get("roster");
        assertThat(pace.isBehind()).isFalse();
    }

    @Test
    void whoAsksForSomeOfItWaitsForThem() {
        var pace = pace(false);
        seconds = 10_000;
        pace.begin("roster");
        assertThat(roundsOf(pace.rounds(3), 1_000)).containsExactly(0, 1, 2);
    }

    @Test
    void allSharesTogetherAreAQuarterOfAnHourAtMost() {
        int all = TimeBudget.SHARES.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(TimeBudget.STARTED + all).isLessThanOrEqualTo(15 * 60);
    }

    @Test
    void aPartWithoutAShareIsAMistake() {
        assertThatThrownBy(() -> pace(true).begin("lunch"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("lunch");
    }
}
