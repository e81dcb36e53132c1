package cme.compliance.cases;

import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSetDocument;
import cme.compliance.ruleset.RuleSets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The rule sets that ship, and fixtures beside them: a five-year cycle, and the same in zones
/// where it is tomorrow or still yesterday while it is today in New York.
public final class TestRuleSets {

    private static final RuleSets SHIPPED = RuleSets.shipped();
    private static final Map<String, String> FIXTURE_FILES =
            Map.of(
                    "five-year.yaml", text("/rule-sets/five-year.yaml"),
                    "five-year-tokyo.yaml", fiveYear("five-year-tokyo", "Asia/Tokyo"),
                    "five-year-honolulu.yaml", fiveYear("five-year-honolulu", "Pacific/Honolulu"));
    private static final RuleSets FIXTURES = RuleSets.of(FIXTURE_FILES);

    private TestRuleSets() {}

    /// The text of each file, of those that ship and of the fixtures.
    public static Map<String, String> files() {
        Map<String, String> files = new HashMap<>(FIXTURE_FILES);
        for (String shipped : List.of("abps-cc-10y", "abps-cc-10y-overview", "abps-cc-5y")) {
            files.put(shipped + ".yaml", text("/rule-sets/" + shipped + ".yaml"));
        }
        return files;
    }

    private static String fiveYear(String id, String zone) {
        return text("/rule-sets/five-year.yaml")
                .replace("id: five-year\n", "id: " + id + "\n")
                .replace("America/New_York", zone);
    }

    public static RuleSet named(String id) {
        RuleSet.Id ruleSet = new RuleSet.Id(id);
        return SHIPPED.find(ruleSet)
                .or(() -> FIXTURES.find(ruleSet))
                .map(RuleSetDocument::rules)
                .orElseThrow();
    }

    public static String text(String resource) {
        try (InputStream stream = TestRuleSets.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(stream, resource).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
