package cme.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.style.HouseStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

class StyleTest {
    /// Reading a rule set from YAML.
    private static final List<String> RULE_SET_READING =
            List.of(
                    "Figure",
                    "FigureReader",
                    "FileError",
                    "FileErrors",
                    "RequirementReader",
                    "RuleSetDocument",
                    "RuleSetReader",
                    "YamlFields");

    @Test
    void theServiceKeepsToTheStyleOfTheHouse() {
        assertThat(
                        HouseStyle.of("cme.compliance")
                                .library(
                                        "biweekly..",
                                        "com.github.mangstadt.vinnie..",
                                        "org.yaml.snakeyaml..")
                                .purePackage("cme.compliance.rules")
                                .pureClasses(RULE_SET_READING, "org.yaml.snakeyaml..")
                                .violations())
                .isEmpty();
    }
}
