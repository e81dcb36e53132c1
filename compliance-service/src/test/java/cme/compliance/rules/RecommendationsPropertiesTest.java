package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cme.compliance.rules.Amount.Unit;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Finding.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Recommendations are compared with the assessment after their activities are completed.
class RecommendationsPropertiesTest {

    private static final int DIPLOMATES = Integer.getInteger("cme.rules.diplomates", 1500);

    /// Each listed activity brings the amount it says, and no activity that brings something is
    /// left out.
    @Test
    void anActivityIsListedWithWhatItWouldBring() {
        LongStream.range(0, DIPLOMATES)
                .mapToObj(RandomDiplomate::of)
                .forEach(
                        diplomate -> {
                            for (Recommendations.ForFinding listed :
                                    recommend(diplomate).findings()) {
                                List<String> brings =
                                        listed.activities().stream()
                                                .filter(h -> !h.awaitsConfirmation())
                                                .map(
                                                        h ->
                                                                h.activity().activity()
                                                                        + " "
                                                                        + h.brings())
                                                .toList();
                                assertThat(brings)
                                        .containsExactlyInAnyOrderElementsOf(
                                                tried(diplomate, listed.finding()));
                            }
                        });
    }

    /// An activity without confirmed credits is listed exactly where it would help if the board
    /// confirmed a quarter of a credit. Diplomates whose status would change by that alone, because
    /// they have completed it already, are left out.
    @Test
    void anActivityWithoutConfirmedCreditsIsListedWhereTheyWouldHelp() {
        int listed = 0;
        for (long seed = 0; seed < DIPLOMATES; seed++) {
            RandomDiplomate diplomate = RandomDiplomate.of(seed);
            RandomDiplomate other = confirmed(diplomate);
            if (!diplomate.answer().equals(other.answer())) {
                continue;
            }
            Recommendations confirmed = recommend(other);
            for (Recommendations.ForFinding finding : recommend(diplomate).findings()) {
                List<Activity.Code> waiting =
                        finding.activities().stream()
                                .filter(Recommendations.Help::awaitsConfirmation)
                                .map(help -> help.activity().activity())
                                .toList();
                assertThat(waiting)
                        .as("diplomate %d, %s", seed, finding.finding())
                        .containsExactlyInAnyOrderElementsOf(
                                waitingAndHelping(diplomate, confirmed, finding.finding()));
                listed += waiting.size();
            }
        }
        assertThat(listed).isGreaterThan(DIPLOMATES / 50);
    }

    private static List<Activity.Code> waitingAndHelping(
            RandomDiplomate diplomate, Recommendations confirmed, Finding.Key key) {
        return confirmed.findings().stream()
                .filter(finding -> finding.finding().equals(key))
                .filter(finding -> finding.remaining().unit() == Unit.CREDIT)
                .flatMap(finding -> finding.activities().stream())
                .map(help -> help.activity().activity())
                .filter(
                        code -> {
                            Activity activity = diplomate.facts().catalog().activities().get(code);
                            return !isConfirmed(activity.knownAt(diplomate.knownAt()));
                        })
                .toList();
    }

    private static boolean isConfirmed(Activity.Revision activity) {
        return activity.creditsConfirmed() && activity.credits() != null;
    }

    private static RandomDiplomate confirmed(RandomDiplomate diplomate) {
        List<Activity> catalog =
                diplomate.facts().catalog().activities().values().stream()
                        .map(activity -> confirmed(activity, diplomate))
                        .toList();
        Facts facts = diplomate.facts();
        return diplomate.with(
                new Facts(
                        facts.diplomate(),
                        facts.cycles(),
                        facts.pathways(),
                        facts.tracers(),
                        facts.decisions(),
                        facts.completions(),
                        Catalog.of(catalog)));
    }

    /// The activity with a quarter of a credit where its credits are not confirmed; it has a
    /// patient-safety part where that is said or where the board's list has it.
    private static Activity confirmed(Activity activity, RandomDiplomate diplomate) {
        Activity.Revision known = activity.knownAt(diplomate.knownAt());
        if (known == null || isConfirmed(known)) {
            return activity;
        }
        boolean safety =
                known.patientSafetyCredits() == null
                        ? known.approvedFor(Activity.Purpose.PATIENT_SAFETY, diplomate.asOf())
                        : !known.patientSafetyCredits().equals(Credits.ZERO);
        return new Activity(
                activity.code(),
                List.of(
                        new Activity.Revision(
                                known.number(),
                                known.title(),
                                known.provider(),
                                known.type(),
                                new Credits(1),
                                new Credits(safety ? 1 : 0),
                                true,
                                known.oncePer(),
                                known.creditsPer(),
                                known.cap(),
                                known.offeredFrom(),
                                known.offeredUntil(),
                                known.status(),
                                known.approvals(),
                                known.recordedAt())));
    }

    /// Every set of activities is tried, and the plan is the first of those that close what can be
    /// closed.
    @Test
    void thePlanIsTheSmallestWithLeastCreditsAndFirstByCode() {
        Map<Recommendations.Outcome, Integer> seen = new EnumMap<>(Recommendations.Outcome.class);
        for (long seed = 0; seed < DIPLOMATES; seed++) {
            RandomDiplomate diplomate = RandomDiplomate.of(seed);
            Recommendations.Plan plan = recommend(diplomate).plan();
            seen.merge(plan.outcome(), 1, Integer::sum);
            if (plan.outcome() == Recommendations.Outcome.SMALLEST) {
                Set<Finding.Key> closes = new HashSet<>(plan.closes());
                List<Activity.Code> codes =
                        plan.activities().stream().map(Recommendations.Step::activity).toList();

                assertThat(codes).as("diplomate %d", seed).isEqualTo(best(diplomate, closes));
                assertThat(plan.leastCredits()).isTrue();
            }
        }
        assertThat(seen.get(Recommendations.Outcome.SMALLEST)).isGreaterThan(DIPLOMATES / 20);
        assertThat(seen)
                .containsKeys(Recommendations.Outcome.NOTHING_OPEN, Recommendations.Outcome.NONE);
    }

    private static Recommendations recommend(RandomDiplomate diplomate) {
        return Recommendations.recommend(
                diplomate.rules(), diplomate.facts(), diplomate.asOf(), diplomate.knownAt());
    }

    private static List<String> tried(RandomDiplomate diplomate, Finding.Key key) {
        List<String> brings = new ArrayList<>();
        for (Option option : options(diplomate)) {
            WhatIf done = done(diplomate, List.of(option));
            int before = earned(diplomate.assess(), key);
            int after = earned(done.status(), key);
            if (after > before) {
                Amount more = new Amount(unit(done.status(), key), after - before);
                brings.add(option.code() + " " + more);
            }
        }
        return brings;
    }

    private static List<Activity.Code> best(RandomDiplomate diplomate, Set<Finding.Key> closes) {
        List<Option> options = options(diplomate);
        List<List<Option>> sets = new ArrayList<>();
        for (int bits = 1; bits < 1 << options.size(); bits++) {
            List<Option> set = new ArrayList<>();
            for (int i = 0; i < options.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    set.add(options.get(i));
                }
            }
            sets.add(set);
        }
        sets.sort(
                Comparator.comparingInt((List<Option> set) -> set.size())
                        .thenComparingInt(RecommendationsPropertiesTest::credits)
                        .thenComparing(set -> codes(set).toString()));
        return sets.stream()
                .filter(
                        set ->
                                done(diplomate, set).status().findings().stream()
                                        .filter(finding -> closes.contains(finding.key()))
                                        .allMatch(finding -> finding.state() == State.MET))
                .findFirst()
                .map(RecommendationsPropertiesTest::codes)
                .orElse(List.of());
    }

    private static List<Option> options(RandomDiplomate diplomate) {
        return diplomate.facts().catalog().activities().values().stream()
                .sorted(Comparator.comparing(Activity::code))
                .map(
                        a ->
                                Option.of(
                                        a.code(),
                                        a.knownAt(diplomate.knownAt()),
                                        null,
                                        diplomate.asOf()))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static WhatIf done(RandomDiplomate diplomate, List<Option> options) {
        return WhatIf.suppose(
                diplomate.rules(),
                diplomate.facts(),
                diplomate.asOf(),
                diplomate.knownAt(),
                new WhatIf.Supposed(
                        options.stream()
                                .map(
                                        option ->
                                                new WhatIf.SupposedCompletion(
                                                        new Subject.InCatalog(option.code()),
                                                        diplomate.asOf(),
                                                        null,
                                                        option.credits(),
                                                        null))
                                .toList(),
                        List.of()));
    }

    private static int credits(List<Option> set) {
        return set.stream().mapToInt(option -> option.credits().quarters()).sum();
    }

    private static List<Activity.Code> codes(List<Option> set) {
        return set.stream().map(Option::code).toList();
    }

    private static int earned(Status status, Finding.Key key) {
        return finding(status, key).earned().quarters();
    }

    private static Unit unit(Status status, Finding.Key key) {
        return finding(status, key).unit();
    }

    private static Finding finding(Status status, Finding.Key key) {
        return status.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
