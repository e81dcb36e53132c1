package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Properties of every status, tried on thousands of generated diplomates.
class AssessmentPropertiesTest {

    private static final int DIPLOMATES = Integer.getInteger("cme.rules.diplomates", 3000);
    private static final int DIPLOMATES_DAY_BY_DAY = DIPLOMATES / 12;
    private static final int DAYS = 900;

    @Test
    void theOrderOfInputNeverMatters() {
        diplomates()
                .forEach(
                        diplomate -> {
                            Facts shuffled = Variations.shuffled(diplomate.facts(), new Random(7));
                            assertThat(diplomate.with(shuffled).assess())
                                    .isEqualTo(diplomate.assess());
                        });
    }

    @Test
    void theSameInputTwiceNeverMatters() {
        diplomates()
                .forEach(
                        diplomate -> {
                            Facts doubled = Variations.doubled(diplomate.facts());
                            assertThat(diplomate.with(doubled).assess())
                                    .isEqualTo(diplomate.assess());
                        });
    }

    @Test
    void laterRecordsNeverChangeAnEarlierAnswer() {
        Instant then = Instant.parse("2021-03-01T00:00:00Z");
        LongStream.range(0, DIPLOMATES)
                .forEach(
                        seed -> {
                            RandomDiplomate any = RandomDiplomate.of(seed);
                            Facts later =
                                    Variations.withLater(
                                            any.facts(),
                                            RandomDiplomate.of(seed + 1_000_000).facts(),
                                            then);
                            assertThat(Assessment.assess(any.rules(), later, any.asOf(), then))
                                    .isEqualTo(
                                            Assessment.assess(
                                                    any.rules(), any.facts(), any.asOf(), then));
                        });
    }

    /// The basis is left out, as it says how much has arrived.
    @Test
    void completionsAfterTheAsOfDateAreNotLookedAt() {
        diplomates()
                .forEach(
                        diplomate -> {
                            Facts upTo = upTo(diplomate, diplomate.asOf());
                            assertThat(diplomate.with(upTo).answer()).isEqualTo(diplomate.answer());
                        });
    }

    @Test
    void eachCompletionLookedAtIsCountedOrShownAsCountedNowhereOnce() {
        diplomates()
                .forEach(
                        diplomate -> {
                            Status status = diplomate.assess();
                            Set<Completion.Id> counted =
                                    status.findings().stream()
                                            .flatMap(finding -> finding.counted().stream())
                                            .map(Evidence.Counted::completion)
                                            .collect(Collectors.toSet());
                            List<Completion.Id> explained = new ArrayList<>(counted);
                            status.countedNowhere().forEach(e -> explained.add(e.completion()));

                            assertThat(explained)
                                    .containsExactlyInAnyOrderElementsOf(lookedAt(diplomate));
                        });
    }

    @Test
    void countedAmountsAddUpToEarnedAndTheRestRemains() {
        diplomates()
                .flatMap(diplomate -> diplomate.assess().findings().stream())
                .forEach(
                        finding -> {
                            int sum =
                                    finding.counted().stream()
                                            .mapToInt(entry -> entry.amount().quarters())
                                            .sum();
                            assertThat(finding.earned().quarters()).isEqualTo(sum);
                            assertThat(finding.remaining().quarters())
                                    .isEqualTo(Math.max(0, finding.required().quarters() - sum));
                            assertThat(finding.counted())
                                    .allMatch(entry -> !entry.amount().isZero())
                                    .allMatch(e -> finding.window().contains(e.completedOn()));
                        });
    }

    @Test
    void nextChangeOnIsTheNextDayOnWhichTheAnswerIsAnother() {
        LongStream.range(0, DIPLOMATES_DAY_BY_DAY)
                .mapToObj(RandomDiplomate::of)
                .forEach(
                        diplomate -> {
                            Status status = diplomate.assess();
                            LocalDate horizon = diplomate.asOf().plusDays(DAYS);
                            LocalDate said = status.nextChangeOn();
                            LocalDate expected =
                                    said == null || said.isAfter(horizon) ? null : said;
                            assertThat(nextOtherDay(diplomate, status, horizon))
                                    .isEqualTo(expected);
                        });
    }

    private static @org.jspecify.annotations.Nullable LocalDate nextOtherDay(
            RandomDiplomate diplomate, Status status, LocalDate horizon) {
        RandomDiplomate nothingPosted = diplomate.with(upTo(diplomate, diplomate.asOf()));
        return diplomate
                .asOf()
                .plusDays(1)
                .datesUntil(horizon.plusDays(1))
                .filter(
                        day ->
                                StatusChange.between(
                                                status,
                                                Assessment.assess(
                                                        nothingPosted.rules(),
                                                        nothingPosted.facts(),
                                                        day,
                                                        nothingPosted.knownAt()))
                                        .any())
                .findFirst()
                .orElse(null);
    }

    private static Facts upTo(RandomDiplomate diplomate, LocalDate date) {
        List<Completion> kept =
                diplomate.facts().completions().stream()
                        .filter(
                                completion -> {
                                    Completion.Revision state =
                                            completion.knownAt(diplomate.knownAt());
                                    return state != null && !state.completedOn().isAfter(date);
                                })
                        .toList();
        return Variations.withCompletions(diplomate.facts(), kept);
    }

    private static List<Completion.Id> lookedAt(RandomDiplomate diplomate) {
        return diplomate.facts().completions().stream()
                .filter(
                        completion -> {
                            Completion.Revision state = completion.knownAt(diplomate.knownAt());
                            return state != null && !state.completedOn().isAfter(diplomate.asOf());
                        })
                .map(Completion::id)
                .toList();
    }

    private static Stream<RandomDiplomate> diplomates() {
        return LongStream.range(0, DIPLOMATES).mapToObj(RandomDiplomate::of);
    }
}
