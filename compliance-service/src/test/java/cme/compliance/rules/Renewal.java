package cme.compliance.rules;

import cme.compliance.cases.TestRuleSets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A ten-year cycle 2021-2030 of one diplomate and the five-year cycle 2031-2035 that follows it.
///
/// @param decisions about the former cycle
record Renewal(List<Decision> decisions, Completion... completions) {

    static final RuleSet TEN_YEARS = TestRuleSets.named("abps-cc-10y");
    static final RuleSet FIVE_YEARS = TestRuleSets.named("abps-cc-5y");
    private static final LocalDate CERTIFIED_ON = LocalDate.parse("2020-11-14");

    /// The last total of the former cycle is extended into the next one.
    static Decision totalExtendedUntil(String until) {
        return totalExtendedUntil(until, Instant.EPOCH);
    }

    static Decision totalExtendedUntil(String until, Instant recordedAt) {
        return onTotal(new Decision.Extended(LocalDate.parse(until)), recordedAt);
    }

    /// A decision about the last total of the former cycle.
    static Decision onTotal(Decision.Ruling ruling, Instant recordedAt) {
        return new Decision(new Requirement.Id("cme-total"), 9, ruling, "Illness", recordedAt);
    }

    Status former(String asOf) {
        return Assessment.assess(TEN_YEARS, formerFacts(), LocalDate.parse(asOf), Instant.MAX);
    }

    Status next(String asOf) {
        return Assessment.assess(FIVE_YEARS, nextFacts(), LocalDate.parse(asOf), Instant.MAX);
    }

    Facts formerFacts() {
        return facts(
                TEN_YEARS, 2021, decisions, new Succession(null, LocalDate.parse("2031-01-01")));
    }

    Facts nextFacts() {
        return facts(
                FIVE_YEARS,
                2031,
                List.of(),
                new Succession(new Succession.Former(TEN_YEARS, formerFacts()), null));
    }

    private Facts facts(RuleSet rules, int startYear, List<Decision> about, Succession succession) {
        return new Facts(
                new DiplomateId("012345"),
                List.of(new Cycle(rules.id(), startYear, CERTIFIED_ON, Instant.EPOCH)),
                List.of(),
                List.of(),
                about,
                List.of(completions),
                Catalog.EMPTY,
                succession);
    }

    static Finding finding(Status status, String requirement, int dueYear) {
        return status.findings().stream()
                .filter(
                        f ->
                                f.key()
                                        .equals(
                                                new Finding.Key(
                                                        new Requirement.Id(requirement), dueYear)))
                .findFirst()
                .orElseThrow();
    }

    static List<String> counted(Status status, String requirement, int dueYear) {
        return finding(status, requirement, dueYear).counted().stream()
                .map(counted -> counted.completion().value())
                .toList();
    }

    static List<String> nowhere(Status status) {
        return status.countedNowhere().stream()
                .map(left -> left.completion() + " " + left.reason())
                .toList();
    }
}
