package cme.compliance.cycle;

import cme.chassis.json.Fields;
import cme.compliance.record.Dates;
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSets;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A cycle as it is sent. The components are null only when the request is refused anyway.
@Schema(name = "CycleRequest")
public record CycleRequest(
        @Schema(implementation = String.class, examples = "abps-cc-10y") RuleSet.Id ruleSet,
        @Schema(examples = "2021") Integer cycleStartYear,
        @Schema(examples = "2020-11-14") LocalDate certifiedOn) {

    /// Reads it and reports all that is wrong with it.
    static CycleRequest read(Fields fields, RuleSets ruleSets) {
        var name = fields.requiredText("ruleSet", 60);
        var ruleSet = name == null ? null : new RuleSet.Id(name);
        if (ruleSet != null && ruleSets.find(ruleSet).isEmpty()) {
            fields.violation(
                    "ruleSet",
                    "rule-set.unknown",
                    "There is no such rule set. GET /v1/rule-sets lists them.");
        }
        var startYear =
                fields.required(
                        "cycleStartYear",
                        fields.integer("cycleStartYear", Dates.FIRST_YEAR, Dates.LAST_YEAR));
        var certifiedOn = fields.required("certifiedOn", Dates.read(fields, "certifiedOn"));
        if (startYear != null && certifiedOn != null && certifiedOn.getYear() > startYear) {
            fields.violation(
                    "certifiedOn",
                    "certified-on.after-first-year",
                    "The cycle cannot begin before the certificate: certified on %s, but Year 1 is %d."
                            .formatted(certifiedOn, startYear));
        }
        return new CycleRequest(ruleSet, startYear, certifiedOn);
    }
}
