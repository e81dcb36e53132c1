package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Records of one instant, records given twice, and records in any order: the answer never depends
/// on the order in which they are given.
class SameInstantTest {

    private static final Requirement.Id TOTAL = new Requirement.Id("cme-total");
    private static final LocalDate CERTIFIED = LocalDate.parse("2020-11-14");

    @Test
    void ofDecisionsOfOneInstantTheSameIsInForceInAnyOrder() {
        Decision satisfied = decision(new Decision.Satisfied(), "a");
        Decision waived = decision(new Decision.Waived(), null);
        Decision explained = decision(new Decision.Waived(), "b");

        assertThat(inForce(satisfied, waived)).isEqualTo(waived);
        assertThat(inForce(waived, satisfied)).isEqualTo(waived);
        assertThat(inForce(waived, explained)).isEqualTo(explained);
        assertThat(inForce(explained, waived)).isEqualTo(explained);
    }

    @Test
    void ofTracersOfOneInstantTheSameIsInForceInAnyOrder() {
        Tracer chosen = new Tracer.Chosen(6, Diplomates.AUGMENTATION, null, Instant.EPOCH);
        Tracer removed = new Tracer.Removed(6, Instant.EPOCH);

        assertThat(procedure(chosen, removed)).isNull();
        assertThat(procedure(removed, chosen)).isNull();
        assertThat(procedure(chosen)).isEqualTo(Diplomates.AUGMENTATION);
    }

    @Test
    void ofSpansOfOneInstantTheSameIsInForceInAnyOrder() {
        Pathway.Span standard = span(Pathway.STANDARD, null);
        Pathway.Span special = span(Pathway.SPECIAL_CIRCUMSTANCES, null);
        Pathway.Span ended = span(Pathway.SPECIAL_CIRCUMSTANCES, "2026-02-01");

        assertThat(pathway(standard, special)).isEqualTo(Pathway.SPECIAL_CIRCUMSTANCES);
        assertThat(pathway(special, standard)).isEqualTo(Pathway.SPECIAL_CIRCUMSTANCES);
        assertThat(pathway(ended, special)).isEqualTo(Pathway.SPECIAL_CIRCUMSTANCES);
        assertThat(pathway(special, ended)).isEqualTo(Pathway.SPECIAL_CIRCUMSTANCES);
        assertThat(pathway(ended)).isEqualTo(Pathway.STANDARD);
    }

    @Test
    void theSpanRecordedLaterReplacesTheOneThatBeginsOnTheSameDay() {
        Pathway.Span special = span(Pathway.SPECIAL_CIRCUMSTANCES, null);
        Pathway.Span later =
                new Pathway.Span(
                        Pathway.STANDARD, special.from(), null, Instant.EPOCH.plusSeconds(1));

        assertThat(pathway(special, later)).isEqualTo(Pathway.STANDARD);
        assertThat(pathway(later, special)).isEqualTo(Pathway.STANDARD);
    }

    @Test
    void ofCyclesOfOneInstantTheSameIsInForceInAnyOrder() {
        Cycle cycle = cycle("abps-cc-10y", 2021, CERTIFIED);
        for (Cycle later :
                List.of(
                        cycle("abps-cc-10y", 2022, CERTIFIED),
                        cycle("abps-cc-5y", 2021, CERTIFIED),
                        cycle("abps-cc-10y", 2021, CERTIFIED.plusDays(1)))) {
            assertThat(cycles(cycle, later).cycleKnownAt(Instant.MAX)).contains(later);
            assertThat(cycles(later, cycle).cycleKnownAt(Instant.MAX)).contains(later);
        }
    }

    @Test
    void withoutACycleKnownByThenNothingIsAssessed() {
        Diplomates.Sample sample = Diplomates.shortOfEverything();
        Instant before = Instant.EPOCH.minusNanos(1);

        assertThat(sample.facts().cycleKnownAt(before)).isEmpty();
        assertThat(sample.facts().cycleKnownAt(Instant.EPOCH)).isPresent();
        assertThatThrownBy(
                        () ->
                                Assessment.assess(
                                        sample.rules(), sample.facts(), sample.asOf(), before))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsKnownBeforeItIsRecorded() {
        Instant recordedAt = Instant.parse("2026-05-01T10:00:00Z");
        Decision decision = new Decision(TOTAL, 6, new Decision.Waived(), "Leave", recordedAt);
        Pathway.Span span =
                new Pathway.Span(
                        Pathway.SPECIAL_CIRCUMSTANCES,
                        CERTIFIED,
                        CERTIFIED.plusDays(9),
                        recordedAt);
        Facts facts =
                Diplomates.shortOfEverything()
                        .facts()
                        .withDecisions(List.of(decision))
                        .withTracers(
                                List.of(
                                        new Tracer.Chosen(
                                                6, Diplomates.AUGMENTATION, null, recordedAt)))
                        .withPathways(List.of(span));

        Status before = knownAt(facts, recordedAt.minusNanos(1));
        Status then = knownAt(facts, recordedAt);

        assertThat(Renewal.finding(before, "cme-total", 6).decision()).isNull();
        assertThat(Renewal.finding(before, "tracer-activity", 6).procedure()).isNull();
        assertThat(before.pathway()).isEqualTo(Pathway.STANDARD);
        assertThat(Renewal.finding(then, "cme-total", 6).decision()).isEqualTo(decision);
        assertThat(Renewal.finding(then, "tracer-activity", 6).procedure())
                .isEqualTo(Diplomates.AUGMENTATION);
        assertThat(then.pathway()).isEqualTo(Pathway.SPECIAL_CIRCUMSTANCES);
    }

    @Test
    void aCompletionGivenTwiceCountsOnce() {
        Completion once = Recommended.completion("a", "COURSE", "2025-05-01", "5");
        Completion other = Recommended.completion("b", "COURSE", "2025-05-02", "7");

        assertThat(assessed(once, once, other, other)).isEqualTo(assessed(once, other));
        assertThat(assessed(other, once)).isEqualTo(assessed(once, other));
        assertThat(assessed(once, other).basis().completions()).isEqualTo(2);
    }

    @Test
    void revisionsThatComeApartAreOneHistory() {
        Completion withdrawn =
                Recommended.withdrawn(Recommended.completion("a", "COURSE", "2025-05-01", "5"));
        Completion first = new Completion(withdrawn.id(), withdrawn.revisions().subList(0, 1));
        Completion second = new Completion(withdrawn.id(), withdrawn.revisions().subList(1, 2));

        assertThat(assessed(first, second)).isEqualTo(assessed(withdrawn));
        assertThat(assessed(second, first)).isEqualTo(assessed(withdrawn));
        assertThat(new Completion(withdrawn.id(), withdrawn.revisions().reversed()))
                .isEqualTo(withdrawn);
        assertThat(assessed(withdrawn).countedNowhere()).hasSize(1);
    }

    @Test
    void ofTwoRevisionsWithOneNumberTheFirstRecordedCounts() {
        Completion withdrawn =
                Recommended.withdrawn(Recommended.completion("a", "COURSE", "2025-05-01", "5"));
        Completion.Revision first = withdrawn.revisions().getFirst();
        Completion.Revision again =
                new Completion.Revision(
                        first.number(),
                        first.status(),
                        first.subject(),
                        first.completedOn(),
                        first.session(),
                        Credits.of("9"),
                        null,
                        first.poster(),
                        first.recordedAt().plusSeconds(1));

        assertThat(new Completion(withdrawn.id(), List.of(again, first)).revisions())
                .containsExactly(first);
        assertThatThrownBy(() -> new Completion(withdrawn.id(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCatalogTakesAnActivityOnceWithAllItsRevisions() {
        Activity course = Offer.of("COURSE").activity();
        Activity.Revision first = course.revisions().getFirst();
        Activity.Revision second =
                new Activity.Revision(
                        2,
                        "Renamed",
                        first.provider(),
                        first.type(),
                        first.credits(),
                        first.patientSafetyCredits(),
                        first.creditsConfirmed(),
                        first.oncePer(),
                        first.creditsPer(),
                        first.cap(),
                        first.offeredFrom(),
                        first.offeredUntil(),
                        first.status(),
                        first.approvals(),
                        first.recordedAt());
        Activity renamed = new Activity(course.code(), List.of(second));

        Catalog catalog = Catalog.of(List.of(renamed, course));

        assertThat(catalog.find(course.code()))
                .isEqualTo(new Activity(course.code(), List.of(first, second)));
        assertThat(catalog.find(new Activity.Code("OTHER"))).isNull();
    }

    private static Decision decision(Decision.Ruling ruling, @Nullable String reason) {
        return new Decision(TOTAL, 6, ruling, reason, Instant.EPOCH);
    }

    private static @Nullable Decision inForce(Decision... decisions) {
        Status status =
                Diplomates.shortOfEverything()
                        .having(facts -> facts.withDecisions(List.of(decisions)))
                        .assess();
        return Renewal.finding(status, "cme-total", 6).decision();
    }

    private static @Nullable ProcedureCode procedure(Tracer... tracers) {
        Status status =
                Diplomates.shortOfEverything()
                        .having(facts -> facts.withTracers(List.of(tracers)))
                        .assess();
        return Renewal.finding(status, "tracer-activity", 6).procedure();
    }

    private static Pathway.Span span(Pathway pathway, @Nullable String until) {
        return new Pathway.Span(
                pathway,
                LocalDate.parse("2026-01-01"),
                until == null ? null : LocalDate.parse(until),
                Instant.EPOCH);
    }

    private static Pathway pathway(Pathway.Span... spans) {
        return Diplomates.shortOfEverything()
                .having(facts -> facts.withPathways(List.of(spans)))
                .assess()
                .pathway();
    }

    /// On the first day of the span.
    private static Status knownAt(Facts facts, Instant instant) {
        return Assessment.assess(Renewal.TEN_YEARS, facts, CERTIFIED, instant);
    }

    private static Cycle cycle(String ruleSet, int startYear, LocalDate certifiedOn) {
        return new Cycle(new RuleSet.Id(ruleSet), startYear, certifiedOn, Instant.EPOCH);
    }

    private static Facts cycles(Cycle... cycles) {
        return new Facts(
                new DiplomateId("012345"),
                List.of(cycles),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Catalog.EMPTY);
    }

    private static Status assessed(Completion... completions) {
        return Diplomates.shortOfEverything().withCompletions(completions).assess();
    }
}
