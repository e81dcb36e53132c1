package cme.compliance.ruleset;

import cme.compliance.rules.Requirement;
import cme.compliance.rules.RuleSet;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// Reads a rule set from YAML strictly: a file with an unknown or missing field, or with a number
/// without its source, is refused.
final class RuleSetReader {

    sealed interface Result {}

    record Accepted(RuleSetDocument document) implements Result {}

    /// @param errors everything wrong with the file, in the order of its lines
    record Refused(List<FileError> errors) implements Result {}

    private static final int MOST_YEARS = 50;
    private static final int MOST_DAYS = 366;
    private static final int MOST_VERSIONS = 1_000_000;
    private static final int LARGEST_FILE = 256 * 1024;

    private final FileErrors errors;
    private final String file;
    private final FigureReader figures = new FigureReader();

    private RuleSetReader(String file) {
        this.file = file;
        this.errors = new FileErrors(file);
    }

    /// @param file the name of the file, for the errors
    static Result read(String file, String yaml) {
        return new RuleSetReader(file).read(yaml);
    }

    private Result read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        try {
            Node root = new Yaml(options).compose(new java.io.StringReader(yaml));
            if (root == null) {
                return refused(1, "is empty");
            }
            RuleSetDocument document = document(new YamlFields(root, "", errors));
            return document != null && errors.none()
                    ? new Accepted(document)
                    : new Refused(errors.inOrder());
        } catch (MarkedYAMLException unreadable) {
            int line =
                    unreadable.getProblemMark() == null ? 0 : unreadable.getProblemMark().getLine();
            return refused(line + 1, "is no YAML: " + unreadable.getProblem());
        } catch (YAMLException unreadable) {
            return refused(1, "is no YAML: " + unreadable.getMessage());
        }
    }

    private Result refused(int line, String message) {
        return new Refused(List.of(new FileError(file, line, "file", message)));
    }

    private @Nullable RuleSetDocument document(YamlFields fields) {
        Node idNode = fields.take("id");
        RuleSet.Id id = RequirementReader.id(idNode, "id", errors, RuleSet.Id::new);
        Integer version = version(fields);
        String title = fields.text("title");
        String note = fields.text("note");
        Integer cycleYears = figures.wholeNumber(fields, "", "cycleYears", 1, MOST_YEARS);
        MonthDay deadline = figures.monthDay(fields, "", "deadline");
        ZoneId zone = figures.zone(fields, "", "zone");
        Integer late = figures.wholeNumber(fields, "", "latePeriodDays", 0, MOST_DAYS);
        Integer dueSoon = figures.wholeNumber(fields, "", "dueSoonDays", 0, MOST_DAYS);
        List<Requirement> requirements =
                requirements(fields, cycleYears == null ? MOST_YEARS : cycleYears);
        fields.nothingElse();
        if (id == null || version == null || title == null || note == null || cycleYears == null) {
            return null;
        }
        if (deadline == null || zone == null || late == null || dueSoon == null) {
            return null;
        }
        RuleSet rules =
                new RuleSet(
                        id,
                        version,
                        title,
                        cycleYears,
                        deadline,
                        zone,
                        late,
                        dueSoon,
                        requirements);
        return new RuleSetDocument(rules, note, figures.all());
    }

    private @Nullable Integer version(YamlFields fields) {
        Node node = fields.take("version");
        if (node == null) {
            return null;
        }
        try {
            return FigureReader.wholeNumber(node, 1, MOST_VERSIONS);
        } catch (IllegalArgumentException refused) {
            errors.add(node, "version", String.valueOf(refused.getMessage()));
            return null;
        }
    }

    private List<Requirement> requirements(YamlFields fields, int cycleYears) {
        List<Requirement> requirements = new ArrayList<>();
        List<Node> nodes = fields.list("requirements");
        RequirementReader reader = new RequirementReader(figures, cycleYears, errors);
        for (int i = 0; i < nodes.size(); i++) {
            Requirement requirement = reader.read(nodes.get(i), "requirements[" + i + "]");
            if (requirement != null) {
                requirements.add(requirement);
            }
        }
        return requirements;
    }
}
