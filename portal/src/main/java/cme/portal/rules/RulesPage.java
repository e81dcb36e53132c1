package cme.portal.rules;

import cme.portal.compliance.RuleSet;
import cme.portal.page.Formats;
import cme.portal.page.Words;
import java.util.List;

/// One rule set: what is asked, in which years, and where each number comes from.
public record RulesPage(
        String title,
        String note,
        String about,
        List<Asked> asked,
        List<Figure> figures,
        List<Other> others) {

    /// @param when such as `Years 3, 6 and 9`
    public record Asked(String title, String pathway, String when, String window) {}

    /// @param basis `Documented` or `Our choice`
    public record Figure(
            String field, String value, String basis, String source, boolean awaitsBoard) {}

    /// Another rule set.
    public record Other(String id, String title, boolean current) {}

    static RulesPage of(RuleSet rules, List<RuleSet> all, Formats formats) {
        return new RulesPage(
                rules.title(),
                rules.note(),
                "A cycle of %d years, version %d of these rules. What is completed by the deadline counts; reports are taken %d days longer and marked late."
                        .formatted(rules.cycleYears(), rules.version(), rules.latePeriodDays()),
                rules.requirements().stream().map(one -> asked(one, formats)).toList(),
                rules.figures().stream().map(RulesPage::figure).toList(),
                all.stream()
                        .map(one -> new Other(one.id(), one.title(), one.id().equals(rules.id())))
                        .toList());
    }

    private static Asked asked(RuleSet.Requirement one, Formats formats) {
        List<String> years = one.dueYears().stream().map(String::valueOf).toList();
        return new Asked(
                one.title(),
                Words.pathway(one.pathway()),
                (years.size() == 1 ? "Year " : "Years ") + Formats.list(years),
                "counts the "
                        + formats.count(one.lookBackYears(), "year", "years")
                        + " before the deadline");
    }

    private static Figure figure(RuleSet.Figure one) {
        return new Figure(
                Words.figure(one.field()),
                one.value(),
                one.basis().equals("DOCUMENTED") ? "Documented" : "Our choice",
                one.source(),
                one.awaitsBoard());
    }
}
