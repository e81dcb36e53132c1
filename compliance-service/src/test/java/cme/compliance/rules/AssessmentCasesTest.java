package cme.compliance.rules;

import cme.compliance.cases.AssessmentCase;
import cme.compliance.cases.CaseExpectations;
import cme.compliance.cases.StatusJson;
import cme.compliance.cases.TestRuleSets;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every case of the table is a test of the rules, named as the case is.
class AssessmentCasesTest {

    @TestFactory
    Stream<DynamicTest> cases() {
        return AssessmentCase.all().stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> check(one)));
    }

    private static void check(AssessmentCase one) {
        Instant knownAt = one.knownAt() == null ? Instant.MAX : one.knownAt();
        Status status =
                Assessment.assess(
                        TestRuleSets.named(one.ruleSet()), one.facts(), one.asOf(), knownAt);
        CaseExpectations.check(one.expect(), StatusJson.of(status), UnaryOperator.identity());
    }
}
