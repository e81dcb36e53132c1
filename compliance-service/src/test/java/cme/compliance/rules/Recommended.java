package cme.compliance.rules;

import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Recommendations.ForFinding;
import cme.compliance.rules.Recommendations.Plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Recommendations and plans for example tests, in words.
final class Recommended {

    private Recommended() {}

    static Recommendations shortOfEverything(Offer... offers) {
        Activity[] activities = Arrays.stream(offers).map(Offer::activity).toArray(Activity[]::new);
        return Diplomates.shortOfEverything().with(activities).recommend();
    }

    /// The offers beside what the diplomate has completed: that goes on serving the tracer and is
    /// not recommended.
    static Diplomates.Sample offering(Diplomates.Sample sample, Offer... offers) {
        List<Activity> catalog = new ArrayList<>();
        for (Activity completed : sample.facts().catalog().activities().values()) {
            catalog.add(
                    Offer.of(completed.code().value())
                            .status(Activity.Status.RETIRED)
                            .approved(Activity.Purpose.TRACER)
                            .activity());
        }
        Arrays.stream(offers).map(Offer::activity).forEach(catalog::add);
        return sample.with(catalog.toArray(Activity[]::new));
    }

    static Plan plan(Diplomates.Sample sample, int mostSteps) {
        return new Recommender(sample.rules(), sample.facts(), sample.asOf(), sample.knownAt())
                .recommend(mostSteps)
                .plan();
    }

    static List<String> codes(Plan plan) {
        return plan.activities().stream().map(step -> step.activity().value()).toList();
    }

    /// Such as `cme-total 6`.
    static List<String> named(List<Finding.Key> findings) {
        return findings.stream().map(key -> key.requirement() + " " + key.dueYear()).toList();
    }

    static Completion completion(String id, String code, String on, String credits) {
        return Diplomates.completion(
                id, new Subject.InCatalog(new Activity.Code(code)), on, credits, "0");
    }

    /// The same, withdrawn a minute later.
    static Completion withdrawn(Completion completion) {
        Completion.Revision first = completion.revisions().getFirst();
        return new Completion(
                completion.id(),
                List.of(
                        first,
                        new Completion.Revision(
                                2,
                                Completion.Status.WITHDRAWN,
                                first.subject(),
                                first.completedOn(),
                                first.session(),
                                first.credits(),
                                first.patientSafetyCredits(),
                                first.poster(),
                                first.recordedAt().plusSeconds(60))));
    }

    static ForFinding finding(Recommendations recommendations, String requirement) {
        return recommendations.findings().stream()
                .filter(f -> f.finding().requirement().value().equals(requirement))
                .findFirst()
                .orElseThrow();
    }

    static List<String> codes(Recommendations recommendations, String requirement) {
        return finding(recommendations, requirement).activities().stream()
                .map(help -> help.activity().activity().value())
                .toList();
    }

    static List<String> described(ForFinding finding) {
        return finding.activities().stream()
                .map(
                        help ->
                                help.activity().activity()
                                        + " "
                                        + (help.awaitsConfirmation()
                                                ? "not confirmed"
                                                : help.brings().toString()))
                .toList();
    }
}
