package cme.benchmarks.rules;

import cme.compliance.rules.Activity;
import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.CreditsPer;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Assessment;
import cme.compliance.rules.Catalog;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.CreditTotal;
import cme.compliance.rules.Credits;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Facts;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.PatientSafetyCredits;
import cme.compliance.rules.ProcedureCode;
import cme.compliance.rules.Requirement;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Status;
import cme.compliance.rules.Tracer;
import cme.compliance.rules.TracerActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long one assessment takes and how much it allocates, for a diplomate in year 6 with
/// activities of every kind.
///
/// To be run by hand: `./mvnw -q -f benchmarks/rules/pom.xml verify`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class AssessmentBenchmark {

    private static final int ACTIVITIES = 20;
    private static final int DAYS_OF_SIX_YEARS = 2100;
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    @Param({"60", "600"})
    int completions;

    private final RuleSet rules = rules();
    private Facts facts = facts(0);

    @Setup
    public void setUp() {
        facts = facts(completions);
    }

    @Benchmark
    public Status assess() {
        return Assessment.assess(rules, facts, AS_OF, Instant.MAX);
    }

    /// As in `abps-cc-10y`, but for what is due under special circumstances.
    private static RuleSet rules() {
        List<Integer> dueYears = List.of(3, 6, 9);
        return new RuleSet(
                new RuleSet.Id("benchmark"),
                1,
                "Ten years",
                10,
                MonthDay.of(12, 1),
                ZoneId.of("America/New_York"),
                30,
                180,
                List.of(
                        new CreditTotal(
                                new Requirement.Id("cme-total"),
                                "150 CME credits",
                                Pathway.STANDARD,
                                dueYears,
                                3,
                                Credits.of("150")),
                        new PatientSafetyCredits(
                                new Requirement.Id("patient-safety"),
                                "20 patient-safety credits",
                                Pathway.STANDARD,
                                dueYears,
                                3,
                                Credits.of("20")),
                        new TracerActivity(
                                new Requirement.Id("tracer-activity"),
                                "One aligned activity",
                                Pathway.STANDARD,
                                List.of(3, 6),
                                3,
                                3)));
    }

    private Facts facts(int count) {
        Random random = new Random(5);
        List<Activity> activities = new ArrayList<>();
        for (int i = 0; i < ACTIVITIES; i++) {
            activities.add(activity(i));
        }
        List<Completion> done = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            done.add(completion(i, random));
        }
        ProcedureCode procedure = new ProcedureCode("CARPAL_TUNNEL");
        return new Facts(
                new DiplomateId("012345"),
                List.of(new Cycle(rules.id(), 2021, LocalDate.of(2020, 11, 14), Instant.EPOCH)),
                List.of(),
                List.of(
                        new Tracer.Chosen(3, procedure, LocalDate.of(2023, 9, 1), Instant.EPOCH),
                        new Tracer.Chosen(6, procedure, null, Instant.EPOCH)),
                List.of(
                        new Decision(
                                new Requirement.Id("patient-safety"),
                                3,
                                new Decision.Waived(),
                                null,
                                Instant.EPOCH)),
                done,
                Catalog.of(activities));
    }

    private static Activity activity(int i) {
        Credits credits = new Credits(4 + 4 * (i % 8));
        Purpose purpose = i % 5 == 0 ? Purpose.TRACER : Purpose.LIFELONG_LEARNING;
        return new Activity(
                new Activity.Code("ACTIVITY-" + i),
                List.of(
                        new Activity.Revision(
                                1,
                                "Activity " + i,
                                "ASPS",
                                Activity.Type.COURSE,
                                credits,
                                i % 3 == 0 ? credits : Credits.ZERO,
                                true,
                                i % 4 == 0 ? OncePer.WINDOW : OncePer.DATE,
                                CreditsPer.COMPLETION,
                                i % 7 == 0 ? new Cap("GROUP", Credits.of("10")) : null,
                                null,
                                null,
                                Activity.Status.APPROVED,
                                List.of(
                                        new Approval(
                                                purpose,
                                                purpose == Purpose.TRACER
                                                        ? Set.of(new ProcedureCode("CARPAL_TUNNEL"))
                                                        : Set.of(),
                                                LocalDate.of(2020, 1, 1),
                                                null)),
                                Instant.EPOCH)));
    }

    private static Completion completion(int i, Random random) {
        LocalDate on = LocalDate.of(2021, 1, 5).plusDays(random.nextInt(DAYS_OF_SIX_YEARS));
        Subject subject =
                i % 6 == 0
                        ? new Subject.Titled("Meeting " + i)
                        : new Subject.InCatalog(
                                new Activity.Code("ACTIVITY-" + random.nextInt(ACTIVITIES)));
        return new Completion(
                new Completion.Id("c%05d".formatted(i)),
                List.of(
                        new Completion.Revision(
                                1,
                                Completion.Status.RECORDED,
                                subject,
                                on,
                                null,
                                new Credits(4 + random.nextInt(28)),
                                i % 3 == 0 ? null : Credits.of("0.5"),
                                Poster.PROVIDER,
                                on.atStartOfDay().toInstant(ZoneOffset.UTC))));
    }
}
