package cme.compliance.ruleset;

import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.ApprovedActivity;
import cme.compliance.rules.CreditTotal;
import cme.compliance.rules.Credits;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.PatientSafetyCredits;
import cme.compliance.rules.Requirement;
import cme.compliance.rules.TracerActivity;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads the requirements of a rule set.
final class RequirementReader {

    /// The values of the field `kind`.
    private enum Kind {
        CREDIT_TOTAL,
        PATIENT_SAFETY_PART,
        TRACER_ACTIVITY,
        APPROVED_ACTIVITY
    }

    /// The fields that all kinds share.
    private record Terms(
            Requirement.Id id, String title, Pathway pathway, List<Integer> dueYears, int years) {}

    private static final int MOST_ACTIVITIES = 100;

    private final FigureReader figures;
    private final int cycleYears;
    private final FileErrors errors;
    private final Set<Requirement.Id> ids = new HashSet<>();

    RequirementReader(FigureReader figures, int cycleYears, FileErrors errors) {
        this.figures = figures;
        this.cycleYears = cycleYears;
        this.errors = errors;
    }

    /// Null if the requirement has an error.
    @Nullable Requirement read(Node node, String path) {
        YamlFields fields = new YamlFields(node, path, errors);
        Kind kind = fields.word("kind", Kind.class);
        Node idNode = fields.take("id");
        Requirement.Id id = id(idNode, fields.path("id"), errors, Requirement.Id::new);
        if (id != null && idNode != null && !ids.add(id)) {
            errors.add(idNode, fields.path("id"), "is given to two requirements");
        }
        String owner = "requirements." + (id == null ? "?" : id) + ".";
        Terms terms = terms(fields, id, owner);
        if (kind == null) {
            return null;
        }
        Requirement requirement =
                switch (kind) {
                    case CREDIT_TOTAL -> creditTotal(fields, terms, owner);
                    case PATIENT_SAFETY_PART -> patientSafetyPart(fields, terms, owner);
                    case TRACER_ACTIVITY -> tracerActivity(fields, terms, owner);
                    case APPROVED_ACTIVITY -> approvedActivity(fields, terms, owner);
                };
        fields.nothingElse();
        return requirement;
    }

    private @Nullable Terms terms(YamlFields fields, Requirement.@Nullable Id id, String owner) {
        String title = fields.text("title");
        Pathway pathway = fields.word("pathway", Pathway.class);
        List<Integer> dueYears = figures.years(fields, owner, "dueYears", cycleYears);
        Node windowNode = fields.peek("lookBackYears");
        Integer years = figures.wholeNumber(fields, owner, "lookBackYears", 1, cycleYears);
        if (id == null || title == null || pathway == null || years == null || dueYears.isEmpty()) {
            return null;
        }
        if (years > dueYears.getFirst() && windowNode != null) {
            errors.add(
                    windowNode,
                    fields.path("lookBackYears"),
                    "the window of due year %d would begin before the cycle"
                            .formatted(dueYears.getFirst()));
            return null;
        }
        return new Terms(id, title, pathway, dueYears, years);
    }

    private @Nullable Requirement creditTotal(YamlFields fields, @Nullable Terms t, String owner) {
        BigDecimal credits = figures.credits(fields, owner, "credits");
        return t == null || credits == null
                ? null
                : new CreditTotal(
                        t.id, t.title, t.pathway, t.dueYears, t.years, Credits.of(credits));
    }

    private @Nullable Requirement patientSafetyPart(
            YamlFields fields, @Nullable Terms t, String owner) {
        BigDecimal credits = figures.credits(fields, owner, "credits");
        return t == null || credits == null
                ? null
                : new PatientSafetyCredits(
                        t.id, t.title, t.pathway, t.dueYears, t.years, Credits.of(credits));
    }

    private @Nullable Requirement tracerActivity(
            YamlFields fields, @Nullable Terms t, String owner) {
        Integer near = figures.wholeNumber(fields, owner, "nearMissYears", 1, cycleYears);
        return t == null || near == null
                ? null
                : new TracerActivity(t.id, t.title, t.pathway, t.dueYears, t.years, near);
    }

    private @Nullable Requirement approvedActivity(
            YamlFields fields, @Nullable Terms t, String owner) {
        Purpose purpose = fields.word("purpose", Purpose.class);
        Integer activities = figures.wholeNumber(fields, owner, "activities", 1, MOST_ACTIVITIES);
        return t == null || purpose == null || activities == null
                ? null
                : new ApprovedActivity(
                        t.id, t.title, t.pathway, t.dueYears, t.years, purpose, activities);
    }

    /// Small letters, digits and hyphens; null when missing or otherwise, the latter is noted.
    static <T> @Nullable T id(
            @Nullable Node node, String path, FileErrors errors, Function<String, T> of) {
        if (node instanceof ScalarNode scalar
                && scalar.getValue().matches("[a-z0-9][a-z0-9-]{0,63}")) {
            return of.apply(scalar.getValue());
        }
        if (node != null) {
            errors.add(node, path, "should be small letters, digits and hyphens");
        }
        return null;
    }
}
