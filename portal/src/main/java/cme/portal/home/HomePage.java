package cme.portal.home;

import cme.portal.catalog.Guidance;
import cme.portal.compliance.RuleSet;
import cme.portal.guidance.Topic;
import cme.portal.page.Formats;
import cme.portal.page.Part;
import cme.portal.rules.AskedOf;
import cme.portal.rules.CyclePicture;

import java.util.Comparator;
import java.util.List;

/// The home page: the requirements, the way in, and the board's help.
///
/// @param asked the requirements of most diplomates, with the picture of their cycle
/// @param help the topics of the board's page
public record HomePage(Part<Requirements> asked, Part<Help> help) {
    private static final String STANDARD = "STANDARD";

    /// The topics in the order in which the board's page has them.
    private static final List<String> ORDER =
            List.of(
                    "examination-credits",
                    "patient-safety-credits",
                    "tracer-activities",
                    "special-circumstances",
                    "society-courses",
                    "virtual-master-classes",
                    "continuing-certification-directory",
                    "contact");

    /// @param rules the page that has the source of every number
    public record Requirements(List<AskedOf> asked, CyclePicture picture, String rules) {}

    /// @param first topics with steps to follow
    public record Help(List<Topic> first, List<Topic> others) {}

    static HomePage of(Part<RuleSet> rules, Part<List<Guidance>> guidance, Formats formats) {
        return new HomePage(
                rules.map(one -> requirements(one, formats)), guidance.map(HomePage::help));
    }

    private static Requirements requirements(RuleSet rules, Formats formats) {
        List<RuleSet.Requirement> asked =
                rules.requirements().stream()
                        .filter(one -> one.pathway().equals(STANDARD))
                        .toList();
        return new Requirements(
                asked.stream().map(one -> AskedOf.of(one, formats)).toList(),
                CyclePicture.of(rules, asked, formats),
                "/rules/" + rules.id());
    }

    private static Help help(List<Guidance> guidance) {
        List<Guidance> sorted =
                guidance.stream()
                        .sorted(
                                Comparator.comparingInt(HomePage::place)
                                        .thenComparing(Guidance::title))
                        .toList();
        return new Help(
                sorted.stream().filter(one -> !one.steps().isEmpty()).map(Topic::of).toList(),
                sorted.stream().filter(one -> one.steps().isEmpty()).map(Topic::of).toList());
    }

    /// Topics that were added later come last.
    private static int place(Guidance guidance) {
        int known = ORDER.indexOf(guidance.topic());
        return known < 0 ? ORDER.size() : known;
    }
}
