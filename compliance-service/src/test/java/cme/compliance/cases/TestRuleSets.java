package cme.compliance.cases;

import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSetDocument;
import cme.compliance.ruleset.RuleSets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// The rule sets that ship, and the five-year fixture beside them.
public final class TestRuleSets {

    private static final RuleSets SHIPPED = RuleSets.shipped();
    private static final RuleSets FIXTURES =
            RuleSets.of(Map.of("five-year.yaml", text("/rule-sets/five-year.yaml")));

    private TestRuleSets() {}

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
