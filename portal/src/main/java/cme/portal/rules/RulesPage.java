package cme.portal.rules;

import cme.portal.compliance.RuleSet;
import cme.portal.page.Formats;
import cme.portal.page.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One rule set: what is asked, in which years, and where each number comes from.
///
/// @param groups the numbers of the cycle, then those of each requirement
public record RulesPage(
        String title,
        String note,
        String about,
        List<AskedOf> asked,
        CyclePicture picture,
        List<Group> groups,
        List<Other> others) {
    private static final String OF_REQUIREMENTS = "requirements.";

    public record Group(String title, List<Figure> figures) {}

    /// @param basis `Documented` or `Our choice`
    /// @param awaitsBoard whether it was chosen until the board says what holds
    public record Figure(
            String name, String value, String basis, String source, boolean awaitsBoard) {}

    /// Another rule set.
    public record Other(String id, String title, boolean current) {}

    static RulesPage of(RuleSet rules, List<RuleSet> all, Formats formats) {
        return new RulesPage(
                rules.title(),
                rules.note(),
                "A cycle of %d years. What is completed by %s counts; reports are taken %d days longer and marked late."
                        .formatted(
                                rules.cycleYears(),
                                FigureWords.value("deadline", rules.deadline()),
                                rules.latePeriodDays()),
                rules.requirements().stream().map(one -> AskedOf.of(one, formats)).toList(),
                CyclePicture.of(rules, rules.requirements(), formats),
                groups(rules),
                all.stream()
                        .map(one -> new Other(one.id(), one.title(), one.id().equals(rules.id())))
                        .toList());
    }

    private static List<Group> groups(RuleSet rules) {
        Map<String, List<Figure>> byTitle = new LinkedHashMap<>();
        for (RuleSet.Figure figure : rules.figures()) {
            byTitle.computeIfAbsent(title(figure.field()), _ -> new ArrayList<>())
                    .add(figure(figure));
        }
        return byTitle.entrySet().stream()
                .map(one -> new Group(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    private static String title(String field) {
        return field.startsWith(OF_REQUIREMENTS)
                ? Words.requirement(field.split("\\.")[1])
                : "The cycle";
    }

    private static Figure figure(RuleSet.Figure one) {
        String name = one.field().substring(one.field().lastIndexOf('.') + 1);
        return new Figure(
                FigureWords.name(name),
                FigureWords.value(name, one.value()),
                one.basis().equals("DOCUMENTED") ? "Documented" : "Our choice",
                one.source(),
                one.awaitsBoard());
    }
}
