package cme.compliance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.problem.InvalidRequest;
import cme.compliance.cases.TestRuleSets;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.record.Revision.TakenBack;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A recorded cycle replaces those with which it shares a year, and follows the others.
class CycleSequenceTest {

    private static final DiplomateId ID = new DiplomateId("012345");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Revision<DiplomateId, Cycle>> revisions = new ArrayList<>();

    @Test
    void aCycleThatBeginsAfterTheOtherEndedFollowsIt() {
        record("abps-cc-10y", 2021);
        record("abps-cc-5y", 2031);

        assertThat(cycles()).containsExactly("2021-2030", "2031-2035");
        assertThat(on("2030-12-31")).isEqualTo(2021);
        assertThat(on("2031-01-01")).isEqualTo(2031);
        assertThat(on("2015-01-01")).isEqualTo(2021);
        assertThat(on("2050-01-01")).isEqualTo(2031);
    }

    @Test
    void aYearWithoutACycleBelongsToTheOneBefore() {
        record("abps-cc-10y", 2011);
        record("abps-cc-5y", 2022);

        assertThat(on("2021-06-01")).isEqualTo(2011);
        assertThat(sequence().ofYear(2021)).isEmpty();
        assertThat(sequence().ofYear(2020).orElseThrow().startYear()).isEqualTo(2011);
        assertThat(sequence().nextBegins(sequence().places().getFirst())).isEqualTo("2022-01-01");
        assertThat(sequence().nextBegins(sequence().places().getLast())).isNull();
        assertThat(sequence().before(sequence().places().getFirst())).isEmpty();
        assertThat(sequence().before(sequence().places().getLast()).orElseThrow().startYear())
                .isEqualTo(2011);
    }

    @Test
    void aCycleReplacesThoseWithWhichItSharesAYear() {
        record("abps-cc-10y", 2021);
        record("abps-cc-5y", 2031);
        record("abps-cc-5y", 2030);
        assertThat(cycles()).containsExactly("2030-2034");

        record("abps-cc-10y", 2035);
        assertThat(cycles()).containsExactly("2030-2034", "2035-2044");

        record("abps-cc-10y", 2020);
        assertThat(cycles()).containsExactly("2020-2029", "2030-2034", "2035-2044");
    }

    @Test
    void aDayIsThatInTheZoneOfTheRuleSet() {
        record("five-year-tokyo", 2022);
        assertThat(dayAt("2026-11-23T14:59:59Z")).isEqualTo("2026-11-23");
        assertThat(dayAt("2026-11-23T15:00:00Z")).isEqualTo("2026-11-24");

        record("five-year-honolulu", 2022);
        assertThat(dayAt("2026-11-24T09:59:59Z")).isEqualTo("2026-11-23");
        assertThat(dayAt("2026-11-24T10:00:00Z")).isEqualTo("2026-11-24");
    }

    @Test
    void aCycleEndsWithItsLastDayInItsZoneAndTheNextBeginsThen() {
        record("five-year", 2021);
        record("five-year-honolulu", 2026);
        assertThat(dayAt("2026-01-01T04:59:59Z")).isEqualTo("2025-12-31");
        assertThat(dayAt("2026-01-01T05:00:00Z")).isEqualTo("2026-01-01");
        assertThat(dayAt("2026-01-02T09:59:59Z")).isEqualTo("2026-01-01");
        assertThat(dayAt("2026-01-02T10:00:00Z")).isEqualTo("2026-01-02");
    }

    @Test
    void theNextCycleBeginsNotBeforeTheOneBeforeHasEnded() {
        record("five-year", 2021);
        record("five-year-tokyo", 2026);
        assertThat(dayAt("2026-01-01T04:59:59Z")).isEqualTo("2025-12-31");
        assertThat(dayAt("2026-01-01T05:00:00Z")).isEqualTo("2026-01-01");
        assertThat(dayAt("2026-01-01T15:00:00Z")).isEqualTo("2026-01-02");
    }

    @Test
    void whatIsTakenBackIsGone() {
        record("abps-cc-10y", 2021);
        takeBack();
        assertThat(cycles()).isEmpty();

        record("abps-cc-5y", 2026);
        assertThat(cycles()).containsExactly("2026-2030");
        assertThat(sequence().places().getFirst().original()).isTrue();
    }

    @Test
    void theOthersStayWhenOneIsTakenBack() {
        record("abps-cc-10y", 2011);
        record("abps-cc-10y", 2021);
        record("abps-cc-5y", 2022);
        takeBack();
        assertThat(cycles()).containsExactly("2011-2020");
        assertThat(sequence().ofRecorded(3).orElseThrow().startYear()).isEqualTo(2011);
        assertThat(sequence(FIRST.plusSeconds(3)).places()).hasSize(2);

        record("abps-cc-5y", 2021);
        assertThat(cycles()).containsExactly("2011-2020", "2021-2025");
        takeBack();
        takeBack();
        assertThat(cycles()).isEmpty();
    }

    @Test
    void theNextCycleIsTheOriginalOneAfterThatWasTakenBack() {
        record("abps-cc-5y", 2026);
        record("abps-cc-10y", 2016);
        Cycle original = sequence().places().getLast().cycle();
        revisions.add(
                new TakenBack<>(ID, 3, original, "by mistake", FIRST.plusSeconds(3), "board"));
        assertThat(sequence().ofRecorded(3)).isEmpty();

        record("abps-cc-5y", 2027);
        assertThat(cycles()).containsExactly("2016-2025", "2027-2031");
        assertThat(sequence().ofRecorded(3).orElseThrow().startYear()).isEqualTo(2027);
    }

    @Test
    void theFirstCycleCountsAsAlwaysKnownAndLaterOnesDoNot() {
        record("abps-cc-10y", 2021);
        record("abps-cc-5y", 2031);

        assertThat(sequence(Instant.EPOCH).places()).hasSize(1);
        assertThat(sequence(FIRST.plusSeconds(2)).places()).hasSize(2);
        assertThat(sequence(FIRST.plusSeconds(2).minusNanos(1)).places()).hasSize(1);
    }

    @Test
    void dueYearsOfTheOriginalCycleAreNumbersAndOthersCalendarYears() {
        record("abps-cc-10y", 2021);
        record("abps-cc-5y", 2031);
        Instant before = Instant.parse("2031-01-01T04:59:59Z");
        Instant after = Instant.parse("2031-01-01T05:00:00Z");

        assertThat(sequence().recordedAs(3, before)).isEqualTo(3);
        assertThat(sequence().recordedAs(3, after)).isEqualTo(2033);
        assertThat(sequence().recordedAs(5, after)).isEqualTo(2035);
        assertThat(sequence().recordedAs(2026, after)).isEqualTo(6);
        assertThat(sequence().recordedAs(2033, before)).isEqualTo(2033);
        assertThat(sequence().recordedAs(2050, before)).isEqualTo(2050);
        assertThatThrownBy(() -> sequence().recordedAs(6, after))
                .isInstanceOf(InvalidRequest.class);

        assertThat(sequence().ofRecorded(9).orElseThrow().startYear()).isEqualTo(2021);
        assertThat(sequence().ofRecorded(2033).orElseThrow().startYear()).isEqualTo(2031);
        assertThat(sequence().ofRecorded(2050)).isEmpty();
        assertThat(sequence().places().getLast().dueYearOf(2033)).hasValue(3);
        assertThat(sequence().places().getLast().dueYearOf(3)).isEmpty();
        assertThat(sequence().places().getLast().dueYearOf(2030)).isEmpty();
        assertThat(sequence().places().getFirst().dueYearOf(3)).hasValue(3);
    }

    @Test
    void theCycleThatTheRecordBeganWithStaysTheOriginalOne() {
        record("abps-cc-5y", 2026);
        record("abps-cc-10y", 2016);
        assertThat(cycles()).containsExactly("2016-2025", "2026-2030");
        assertThat(sequence().ofRecorded(3).orElseThrow().startYear()).isEqualTo(2026);

        record("abps-cc-5y", 2027);
        assertThat(cycles()).containsExactly("2016-2025", "2027-2031");
        assertThat(sequence().ofRecorded(3).orElseThrow().startYear()).isEqualTo(2027);
    }

    @Test
    void withoutACycleADueYearIsItself() {
        assertThat(sequence().recordedAs(3, FIRST)).isEqualTo(3);
        assertThat(sequence().dayAt(FIRST)).isEmpty();
        assertThat(sequence().on(LocalDate.parse("2026-01-01"))).isEmpty();
    }

    private void record(String ruleSet, int startYear) {
        int number = revisions.size() + 1;
        Instant at = FIRST.plusSeconds(number);
        revisions.add(
                new Recorded<>(
                        ID,
                        number,
                        new Cycle(
                                new RuleSet.Id(ruleSet),
                                startYear,
                                LocalDate.of(startYear - 1, 11, 14),
                                at),
                        at,
                        "board"));
    }

    private void takeBack() {
        int number = revisions.size() + 1;
        Instant at = FIRST.plusSeconds(number);
        Cycle last = sequence().recordedLast().orElseThrow().cycle();
        revisions.add(new TakenBack<>(ID, number, last, "by mistake", at, "board"));
    }

    private CycleSequence sequence() {
        return sequence(Instant.MAX);
    }

    private CycleSequence sequence(Instant knownAt) {
        return CycleSequence.of(
                new History<>(revisions), knownAt, id -> TestRuleSets.named(id.value()));
    }

    private List<String> cycles() {
        return sequence().places().stream()
                .map(place -> place.startYear() + "-" + place.endYear())
                .toList();
    }

    private LocalDate dayAt(String instant) {
        return sequence().dayAt(Instant.parse(instant)).orElseThrow();
    }

    private int on(String day) {
        return sequence().on(LocalDate.parse(day)).orElseThrow().startYear();
    }
}
