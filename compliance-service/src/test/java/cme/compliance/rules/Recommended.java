package cme.compliance.rules;

import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Recommendations.ForFinding;

import java.util.Arrays;
import java.util.List;

/// Recommendations for a diplomate who is short of everything, in words.
final class Recommended {

    private Recommended() {}

    static Recommendations shortOfEverything(Offer... offers) {
        Activity[] activities = Arrays.stream(offers).map(Offer::activity).toArray(Activity[]::new);
        return Diplomates.shortOfEverything().with(activities).recommend();
    }

    static Completion completion(String id, String code, String on, String credits) {
        return Diplomates.completion(
                id, new Subject.InCatalog(new Activity.Code(code)), on, credits, "0");
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
