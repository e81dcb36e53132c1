package cme.portal.activity;

import cme.portal.compliance.Recommendations;
import cme.portal.compliance.Recommendations.FindingHelp;
import cme.portal.compliance.Recommendations.Help;
import cme.portal.page.Formats;
import cme.portal.page.Words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The help that each activity would be to one diplomate.
///
/// @param diplomateId for whom
/// @param best the helpful activities, those first that bring most for certain
/// @param sentences such as `Would bring 10 CME credits and settle the tracer activity.`, by code
record Helps(String diplomateId, List<Help> best, Map<String, Bring> sentences) {

    /// The help that one activity would be.
    ///
    /// @param certain whether something of it is certain, and not only once credits are confirmed
    public record Bring(String sentence, boolean certain) {}

    static Helps of(Recommendations recommendations, Formats formats) {
        Map<String, List<FindingHelp>> helped = new LinkedHashMap<>();
        Map<String, Help> activities = new LinkedHashMap<>();
        for (FindingHelp finding : recommendations.findings()) {
            for (Help help : finding.activities()) {
                helped.computeIfAbsent(help.activity(), _ -> new ArrayList<>()).add(finding);
                activities.putIfAbsent(help.activity(), help);
            }
        }
        Map<String, Bring> sentences = new LinkedHashMap<>();
        helped.forEach(
                (code, findings) ->
                        sentences.put(
                                code,
                                new Bring(
                                        sentence(code, findings, formats),
                                        certain(code, helped) > 0)));
        List<Help> best =
                activities.values().stream()
                        .sorted(
                                (one, other) ->
                                        Integer.compare(
                                                certain(other.activity(), helped),
                                                certain(one.activity(), helped)))
                        .toList();
        return new Helps(recommendations.diplomateId(), best, Map.copyOf(sentences));
    }

    /// The place of an activity among the helpful ones; after all of them if it does not help.
    int place(String code) {
        for (int i = 0; i < best.size(); i++) {
            if (best.get(i).activity().equals(code)) {
                return i;
            }
        }
        return best.size();
    }

    /// How many findings it helps with something that is certain.
    private static int certain(String code, Map<String, List<FindingHelp>> helped) {
        return (int)
                helped.get(code).stream()
                        .flatMap(finding -> finding.activities().stream())
                        .filter(help -> help.activity().equals(code))
                        .filter(help -> help.brings().signum() > 0)
                        .count();
    }

    private static String sentence(String code, List<FindingHelp> findings, Formats formats) {
        List<String> brings = new ArrayList<>();
        List<String> settles = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (FindingHelp finding : findings) {
            String words = Words.requirementInSentence(finding.requirement());
            BigDecimal amount = amount(code, finding);
            if (!finding.unit().equals("CREDIT")) {
                settles.add(words);
            } else if (amount.signum() > 0) {
                brings.add(formats.shortCredits(amount) + " " + words);
            } else {
                open.add(words);
            }
        }
        List<String> parts =
                Stream.of(
                                brings.isEmpty() ? "" : "bring " + Formats.list(brings),
                                settles.isEmpty()
                                        ? ""
                                        : "settle the "
                                                + Formats.list(
                                                        settles.stream().distinct().toList()),
                                open.isEmpty()
                                        ? ""
                                        : "bring "
                                                + Formats.list(open.stream().distinct().toList())
                                                + ", how many is not confirmed")
                        .filter(part -> !part.isEmpty())
                        .toList();
        return "Would " + Formats.list(parts) + ".";
    }

    private static BigDecimal amount(String code, FindingHelp finding) {
        return finding.activities().stream()
                .filter(help -> help.activity().equals(code))
                .map(Help::brings)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
