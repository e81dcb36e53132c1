package cme.compliance.rules;

import cme.compliance.cases.TestRuleSets;
import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.CreditsPer;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Diplomates for example tests, certified in November 2020, assessed on 2026-11-23.
final class Diplomates {

    static final ProcedureCode AUGMENTATION = new ProcedureCode("AUGMENTATION_MAMMAPLASTY");

    private Diplomates() {}

    record Sample(RuleSet rules, Facts facts, LocalDate asOf, Instant knownAt) {

        Status assess() {
            return Assessment.assess(rules, facts, asOf, knownAt);
        }

        Recommendations recommend() {
            return Recommendations.recommend(rules, facts, asOf, knownAt);
        }

        Sample with(Activity... activities) {
            Facts others =
                    new Facts(
                            facts.diplomate(),
                            facts.cycles(),
                            facts.pathways(),
                            facts.tracers(),
                            facts.decisions(),
                            facts.completions(),
                            Catalog.of(List.of(activities)),
                            facts.succession());
            return new Sample(rules, others, asOf, knownAt);
        }

        Sample having(UnaryOperator<Facts> change) {
            return new Sample(rules, change.apply(facts), asOf, knownAt);
        }

        Sample withCompletions(Completion... more) {
            return new Sample(rules, facts.withCompletions(List.of(more)), asOf, knownAt);
        }
    }

    /// Everything of year 3 is waived; of year 6 patient safety and tracer are met and two credits
    /// are short.
    static Sample shortOfTwoCredits() {
        Activity aligned =
                activity("ALIGNED", "2", null, OncePer.DATE, null, approval(Purpose.TRACER));
        return sample(
                        List.of(
                                completion(
                                        "a",
                                        new Subject.Titled("Meeting"),
                                        "2025-05-01",
                                        "146",
                                        "20"),
                                completion(
                                        "b",
                                        new Subject.InCatalog(aligned.code()),
                                        "2025-06-01",
                                        "2",
                                        "0")),
                        waivers("cme-total", "patient-safety", "tracer-activity"))
                .with(aligned);
    }

    /// Everything of year 3 is waived; of year 6 nothing is there yet but the tracer procedure.
    static Sample shortOfEverything() {
        return sample(List.of(), waivers("cme-total", "patient-safety", "tracer-activity"));
    }

    static Completion completion(
            String id, Subject subject, String on, String credits, @Nullable String part) {
        LocalDate completedOn = LocalDate.parse(on);
        return new Completion(
                new Completion.Id(id),
                List.of(
                        new Completion.Revision(
                                1,
                                Completion.Status.RECORDED,
                                subject,
                                completedOn,
                                null,
                                Credits.of(credits),
                                part == null ? null : Credits.of(part),
                                Poster.PROVIDER,
                                Instant.parse(on + "T18:00:00Z"))));
    }

    static Activity activity(
            String code,
            @Nullable String credits,
            @Nullable String part,
            OncePer oncePer,
            @Nullable Cap cap,
            Approval... approvals) {
        return new Activity(
                new Activity.Code(code),
                List.of(
                        new Activity.Revision(
                                1,
                                "Title of " + code,
                                "ASPS",
                                Activity.Type.COURSE,
                                credits == null ? null : Credits.of(credits),
                                part == null ? null : Credits.of(part),
                                credits != null,
                                oncePer,
                                CreditsPer.COMPLETION,
                                cap,
                                null,
                                null,
                                Activity.Status.APPROVED,
                                List.of(approvals),
                                Instant.MIN)));
    }

    static Approval approval(Purpose purpose) {
        Set<ProcedureCode> procedures = purpose == Purpose.TRACER ? Set.of(AUGMENTATION) : Set.of();
        return new Approval(purpose, procedures, LocalDate.parse("2020-01-01"), null);
    }

    private static List<Decision> waivers(String... requirements) {
        List<Decision> decisions = new ArrayList<>();
        for (String requirement : requirements) {
            decisions.add(
                    new Decision(
                            new Requirement.Id(requirement),
                            3,
                            new Decision.Waived(),
                            "Leave",
                            Instant.EPOCH));
        }
        return decisions;
    }

    private static Sample sample(List<Completion> completions, List<Decision> decisions) {
        RuleSet rules = TestRuleSets.named("abps-cc-10y");
        Facts facts =
                new Facts(
                        new DiplomateId("012345"),
                        List.of(
                                new Cycle(
                                        rules.id(),
                                        2021,
                                        LocalDate.parse("2020-11-14"),
                                        Instant.EPOCH)),
                        List.of(),
                        List.of(new Tracer.Chosen(6, AUGMENTATION, null, Instant.EPOCH)),
                        decisions,
                        completions,
                        Catalog.EMPTY);
        return new Sample(rules, facts, LocalDate.parse("2026-11-23"), Instant.MAX);
    }
}
