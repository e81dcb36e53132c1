package cme.compliance.cycle;

import cme.chassis.json.Fields;
import cme.compliance.Dates;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSets;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The body that records a cycle. A component is null only when the request is refused.
@Schema(name = "CycleRequest")
record CycleRequest(
        @Schema(implementation = String.class, examples = "abps-cc-10y") RuleSet.Id ruleSet,
        @Schema(examples = "2021") Integer cycleStartYear,
        @Schema(examples = "2020-11-14") LocalDate certifiedOn) {

    /// Reports every violation to the fields.
    static CycleRequest read(Fields fields, RuleSets ruleSets) {
        String name = fields.requiredText("ruleSet", 60);
        RuleSet.Id ruleSet = name == null ? null : new RuleSet.Id(name);
        if (ruleSet != null && ruleSets.find(ruleSet).isEmpty()) {
            fields.violation(
                    "ruleSet",
                    "rule-set.unknown",
                    "There is no such rule set. GET /v1/rule-sets lists them.");
        }
        Integer startYear =
                fields.required(
                        "cycleStartYear",
                        fields.integer("cycleStartYear", Dates.FIRST_YEAR, Dates.LAST_YEAR));
        LocalDate certifiedOn = fields.required("certifiedOn", Dates.read(fields, "certifiedOn"));
        if (startYear != null && certifiedOn != null && certifiedOn.getYear() > startYear) {
            fields.violation(
                    "certifiedOn",
                    "certified-on.after-first-year",
                    "The cycle cannot begin before the certificate: certified on %s, but Year 1 is %d."
                            .formatted(certifiedOn, startYear));
        }
        return new CycleRequest(ruleSet, startYear, certifiedOn);
    }

    Cycle at(Instant recordedAt) {
        return new Cycle(ruleSet, cycleStartYear, certifiedOn, recordedAt);
    }
}
