package cme.compliance.person;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.DiplomateId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonNumbersTest {

    private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static NumberRevision revision(
            String number, int revision, @Nullable String into, int minute) {
        return new NumberRevision(number, revision, into, at(minute));
    }

    private static PersonNumbers of(String id, NumberRevision... revisions) {
        return new PersonNumbers(new DiplomateId(id), List.of(revisions));
    }

    @Test
    void aMergedNumberMeansTheOtherOneWhileItIsMerged() {
        PersonNumbers numbers =
                of(
                        "S",
                        revision("X", 2, "S", 1),
                        revision("X", 3, null, 2),
                        revision("X", 4, "S", 3));
        assertThat(numbers.knownAt(at(0))).containsExactly("S");
        assertThat(numbers.knownAt(at(1))).containsExactlyInAnyOrder("S", "X");
        assertThat(numbers.knownAt(at(2))).containsExactly("S");
        assertThat(numbers.knownAt(at(3))).containsExactlyInAnyOrder("S", "X");
        assertThat(numbers.latest()).isEqualTo(at(3));
        assertThat(numbers.ever()).containsExactlyInAnyOrder("S", "X");
    }

    @Test
    void theMergedNumberPointsToTheOtherOne() {
        PersonNumbers numbers = of("X", revision("X", 2, "S", 1), revision("X", 3, null, 2));
        assertThat(numbers.mergedIntoKnownAt(at(0))).isEmpty();
        assertThat(numbers.mergedIntoKnownAt(at(1))).contains(new DiplomateId("S"));
        assertThat(numbers.mergedIntoKnownAt(at(2))).isEmpty();
    }

    /// M is merged into S before it is known here that X goes with it.
    @Test
    void aWayByAnotherNumberLeadsToTheEnd() {
        NumberRevision[] revisions = {revision("X", 2, "M", 1), revision("M", 2, "S", 2)};
        assertThat(of("S", revisions).knownAt(at(2))).containsExactlyInAnyOrder("S", "M", "X");
        assertThat(of("X", revisions).mergedIntoKnownAt(at(2))).contains(new DiplomateId("S"));
    }

    @Test
    void aCircleMergesNobody() {
        NumberRevision[] revisions = {revision("X", 2, "S", 1), revision("S", 2, "X", 2)};
        assertThat(of("X", revisions).mergedIntoKnownAt(at(2))).isEmpty();
        assertThat(of("S", revisions).mergedIntoKnownAt(at(2))).isEmpty();
    }

    @Test
    void theRevisionDecidesAndNotTheOrderInWhichTheyComeIn() {
        PersonNumbers numbers = of("S", revision("X", 3, null, 2), revision("X", 2, "S", 5));
        assertThat(numbers.knownAt(at(5))).containsExactly("S");
    }
}
