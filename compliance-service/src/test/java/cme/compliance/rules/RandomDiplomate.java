package cme.compliance.rules;

import cme.compliance.cases.TestRuleSets;
import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A generated diplomate with a question, the same for the same seed, near the boundaries of every
/// rule.
record RandomDiplomate(RuleSet rules, Facts facts, LocalDate asOf, Instant knownAt) {

    static final List<String> RULE_SETS =
            List.of("abps-cc-10y", "abps-cc-10y-overview", "abps-cc-5y", "five-year");

    static RandomDiplomate of(long seed) {
        return new Draw(new SplittableRandom(seed)).diplomate();
    }

    RandomDiplomate with(Facts others) {
        return new RandomDiplomate(rules, others, asOf, knownAt);
    }

    Status assess() {
        return Assessment.assess(rules, facts, asOf, knownAt);
    }

    String answer() {
        return StatusText.of(assess());
    }

    /// The throws of the dice.
    private static final class Draw {

        private static final List<ProcedureCode> PROCEDURES =
                List.of(new ProcedureCode("CARPAL_TUNNEL"), new ProcedureCode("FACE_LIFT"));

        private static final List<String> TITLES =
                List.of("Meeting", "meeting.", "Journal club", "JOURNAL \u00a0Club", "Rounds");

        private final SplittableRandom random;
        private final RandomActivities activities;
        private RuleSet rules = TestRuleSets.named("abps-cc-10y");
        private int startYear;
        private int serial;

        Draw(SplittableRandom random) {
            this.random = random;
            this.activities = new RandomActivities(random, PROCEDURES);
        }

        RandomDiplomate diplomate() {
            rules = TestRuleSets.named(pick(RULE_SETS));
            startYear = random.nextInt(2012, 2022);
            LocalDate certifiedOn =
                    chance(85)
                            ? LocalDate.of(startYear - 1, 11, random.nextInt(1, 31))
                            : date(startYear - 2, startYear + 4);
            Cycle cycle = new Cycle(rules.id(), startYear, certifiedOn, Instant.EPOCH);
            List<Activity> catalog = activities.some(startYear, this::date);
            Facts facts =
                    new Facts(
                            new DiplomateId("007"),
                            List.of(cycle),
                            pathways(),
                            tracers(),
                            decisions(),
                            completions(catalog),
                            Catalog.of(catalog));
            return new RandomDiplomate(rules, facts, asOf(), knownAt());
        }

        private LocalDate asOf() {
            return chance(40)
                    ? nearEdge()
                    : date(startYear - 1, startYear + rules.cycleYears() + 1);
        }

        private Instant knownAt() {
            return chance(60) ? Instant.MAX : recordedAt(date(startYear - 1, startYear + 12));
        }

        private List<Completion> completions(List<Activity> catalog) {
            List<Completion> completions = new ArrayList<>();
            int count = random.nextInt(45);
            for (int i = 0; i < count; i++) {
                List<Completion.Revision> revisions = new ArrayList<>();
                Completion.Revision state =
                        chance(25) && !completions.isEmpty()
                                ? again(pick(completions).revisions().getFirst())
                                : state(catalog, 1, null);
                revisions.add(state);
                while (chance(15)) {
                    state = state(catalog, revisions.size() + 1, state);
                    revisions.add(state);
                }
                String id = "c%03d".formatted(random.nextInt(1000)) + i;
                completions.add(new Completion(new Completion.Id(id), revisions));
            }
            return completions;
        }

        private Completion.Revision state(
                List<Activity> catalog, int number, Completion.Revision before) {
            if (before != null && chance(40)) {
                return new Completion.Revision(
                        number,
                        Completion.Status.WITHDRAWN,
                        before.subject(),
                        before.completedOn(),
                        before.session(),
                        before.credits(),
                        before.patientSafetyCredits(),
                        before.poster(),
                        before.recordedAt().plusSeconds(random.nextInt(90_000_000)));
            }
            LocalDate on = before != null && chance(60) ? before.completedOn() : completedOn();
            Subject subject = before != null && chance(80) ? before.subject() : subject(catalog);
            Credits most = activities.mostOf(subject, catalog);
            int quarters = chance(40) ? most.quarters() : random.nextInt(1, most.quarters() + 1);
            Credits part =
                    chance(40) ? null : new Credits(chance(30) ? 0 : random.nextInt(quarters + 1));
            Instant recordedAt =
                    before == null
                            ? recordedAt(on.plusDays(random.nextInt(400)))
                            : before.recordedAt().plusSeconds(random.nextInt(90_000_000));
            return new Completion.Revision(
                    number,
                    Completion.Status.RECORDED,
                    subject,
                    on,
                    before != null && chance(70) ? before.session() : session(),
                    new Credits(quarters),
                    part,
                    pick(List.of(Poster.values())),
                    recordedAt);
        }

        /// The same learning reported once more.
        private Completion.Revision again(Completion.Revision first) {
            return new Completion.Revision(
                    1,
                    Completion.Status.RECORDED,
                    first.subject(),
                    first.completedOn(),
                    chance(50) ? first.session() : session(),
                    first.credits(),
                    chance(50) ? null : first.patientSafetyCredits(),
                    pick(List.of(Poster.values())),
                    first.recordedAt().plusSeconds(random.nextInt(-200_000, 200_000)));
        }

        private @Nullable String session() {
            return chance(60) ? null : pick(List.of("A", "a.", "B", "C"));
        }

        private LocalDate completedOn() {
            int last = startYear + rules.cycleYears();
            return chance(25) ? nearEdge() : date(startYear - 2, last);
        }

        private Subject subject(List<Activity> catalog) {
            return switch (random.nextInt(10)) {
                case 0, 1 -> new Subject.Titled(pick(TITLES));
                case 2 -> new Subject.InCatalog(new Activity.Code("UNKNOWN"));
                default -> new Subject.InCatalog(pick(catalog).code());
            };
        }

        private List<Tracer> tracers() {
            List<Tracer> tracers = new ArrayList<>();
            for (int dueYear : List.of(3, 6)) {
                while (chance(60)) {
                    Instant recordedAt = recordedAt(date(startYear, startYear + 9));
                    tracers.add(
                            chance(15)
                                    ? new Tracer.Removed(dueYear, recordedAt)
                                    : new Tracer.Chosen(
                                            dueYear,
                                            pick(PROCEDURES),
                                            chance(30) ? null : date(startYear, startYear + 8),
                                            recordedAt));
                }
            }
            return tracers;
        }

        private List<Decision> decisions() {
            List<Decision> decisions = new ArrayList<>();
            while (chance(55)) {
                Requirement requirement = pick(rules.requirements());
                int dueYear = pick(requirement.dueYears());
                LocalDate deadline = LocalDate.of(startYear + dueYear - 1, 12, 1);
                Decision.Ruling ruling =
                        switch (random.nextInt(5)) {
                            case 0 -> new Decision.Satisfied();
                            case 1 -> new Decision.Waived();
                            default ->
                                    new Decision.Extended(
                                            deadline.plusDays(
                                                    chance(80)
                                                            ? random.nextInt(1, 120)
                                                            : random.nextInt(1, 1500)));
                        };
                Instant recordedAt = recordedAt(date(startYear, startYear + 10));
                decisions.add(new Decision(requirement.id(), dueYear, ruling, null, recordedAt));
            }
            return decisions;
        }

        private List<Pathway.Span> pathways() {
            List<Pathway.Span> spans = new ArrayList<>();
            LocalDate from = date(startYear - 1, startYear + 4);
            while (chance(45)) {
                LocalDate until = from.plusDays(random.nextInt(30, 1200));
                Pathway pathway = chance(85) ? Pathway.SPECIAL_CIRCUMSTANCES : Pathway.STANDARD;
                Instant recordedAt = recordedAt(from);
                spans.add(new Pathway.Span(pathway, from, chance(25) ? null : until, recordedAt));
                if (chance(30)) {
                    Instant later = recordedAt.plusSeconds(random.nextInt(1, 90_000_000));
                    spans.add(new Pathway.Span(pathway, from, until.minusDays(20), later));
                }
                from = until.plusDays(random.nextInt(1, 800));
            }
            return spans;
        }

        /// Within two days of a deadline, a window's first day, or the end of a late period.
        private LocalDate nearEdge() {
            int year = startYear + random.nextInt(-1, rules.cycleYears());
            LocalDate edge =
                    switch (random.nextInt(4)) {
                        case 0 -> LocalDate.of(year, 12, 31);
                        case 1 -> LocalDate.of(year, 6, 4);
                        default -> LocalDate.of(year, 12, 1);
                    };
            return edge.plusDays(random.nextInt(-1, 3));
        }

        /// Few distinct days, so that dates fall together.
        private LocalDate date(int firstYear, int lastYear) {
            int year = random.nextInt(firstYear, lastYear + 1);
            int month = random.nextInt(1, 13);
            return LocalDate.of(year, month, 1).plusDays(chance(50) ? 9 : random.nextInt(28));
        }

        /// No two are at the same instant, as the domain does not say which would be the later one.
        private Instant recordedAt(LocalDate date) {
            serial++;
            return date.atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC).plusNanos(serial);
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
