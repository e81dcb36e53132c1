package cme.compliance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.diplomate.LateRevisions;
import cme.compliance.evidence.CompletionEvent.Merge;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Credits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who sees what of a completion that was moved, by a correction or by a merge.
class CompletionHistoryTest {

    private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

    private final CompletionHistory history = new CompletionHistory("c");
    private int number;

    private CompletionHistoryTest revision(String diplomate, @Nullable Merge merge) {
        number++;
        var revision =
                new Completion.Revision(
                        number,
                        Completion.Status.RECORDED,
                        new Completion.Subject.Titled("Rounds"),
                        LocalDate.of(2026, 3, 2),
                        "morning",
                        Credits.of("1.5"),
                        null,
                        Completion.Poster.PROVIDER,
                        START.plusSeconds(number));
        history.add(new CompletionHistory.Entry("c", diplomate, revision, merge));
        return this;
    }

    private List<String> seenBy(String... numbers) {
        return history.asSeenBy(Set.of(numbers), LateRevisions.NONE, Instant.MAX).stream()
                .flatMap(seen -> seen.revisions().stream())
                .map(seen -> seen.revision().number() + " " + seen.revision().status())
                .toList();
    }

    @Test
    void whoLosesItSeesTheFirstRevisionThatTakesItAway() {
        revision("X", null).revision("Y", null).revision("Y", null);
        assertThat(seenBy("X")).containsExactly("1 RECORDED", "2 WITHDRAWN");
        assertThat(seenBy("Y")).containsExactly("2 RECORDED", "3 RECORDED");
        assertThat(seenBy("Z")).isEmpty();
    }

    @Test
    void itCanComeBack() {
        revision("X", null).revision("Y", null).revision("Z", null).revision("X", null);
        assertThat(seenBy("X")).containsExactly("1 RECORDED", "2 WITHDRAWN", "4 RECORDED");
        assertThat(seenBy("Y")).containsExactly("2 RECORDED", "3 WITHDRAWN");
    }

    @Test
    void aMergeMovesNothing() {
        revision("X", null).revision("S", Merge.MOVED).revision("S", null);
        assertThat(seenBy("X")).containsExactly("1 RECORDED", "3 RECORDED");
        assertThat(seenBy("S")).isEmpty();
        assertThat(seenBy("S", "X")).containsExactly("1 RECORDED", "3 RECORDED");
    }

    @Test
    void aWithdrawnMergeLeavesNothingBehind() {
        revision("X", null).revision("S", Merge.MOVED).revision("X", Merge.GIVEN_BACK);
        assertThat(seenBy("X")).containsExactly("1 RECORDED");
        assertThat(seenBy("S")).isEmpty();
    }

    @Test
    void aCorrectionToSomebodyElseDuringTheMergeIsAMove() {
        revision("X", null).revision("S", Merge.MOVED).revision("Y", null);
        assertThat(seenBy("S", "X")).containsExactly("1 RECORDED", "3 WITHDRAWN");
        assertThat(seenBy("X")).containsExactly("1 RECORDED", "3 WITHDRAWN");
        assertThat(seenBy("Y")).containsExactly("3 RECORDED");
    }

    /// Events of earlier versions do not say that a merge moved the completion.
    @Test
    void aMergeThatTheEventsDoNotTellIsWithdrawnAllTheSame() {
        revision("X", null).revision("S", null).revision("X", Merge.GIVEN_BACK);
        assertThat(seenBy("S", "X")).containsExactly("1 RECORDED", "2 RECORDED");
        assertThat(seenBy("X")).containsExactly("1 RECORDED", "2 WITHDRAWN", "3 RECORDED");
    }

    @Test
    void onlyWhatIsKnownDecides() {
        revision("X", null).revision("X", null).revision("Y", null).revision("Y", null);
        assertThat(seenAt(0)).isEmpty();
        assertThat(seenAt(1)).containsExactly("1 RECORDED");
        assertThat(seenAt(2)).containsExactly("1 RECORDED", "2 RECORDED");
        assertThat(seenAt(4)).containsExactly("1 RECORDED", "2 RECORDED", "3 WITHDRAWN");
    }

    private List<String> seenAt(int seconds) {
        return history
                .asSeenBy(Set.of("X"), LateRevisions.NONE, START.plusSeconds(seconds))
                .stream()
                .flatMap(seen -> seen.revisions().stream())
                .map(seen -> seen.revision().number() + " " + seen.revision().status())
                .toList();
    }
}
