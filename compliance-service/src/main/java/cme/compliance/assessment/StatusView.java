package cme.compliance.assessment;

import cme.compliance.rules.Pathway;
import cme.compliance.rules.Standing;
import cme.compliance.rules.Status;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A status as HTTP carries it.
@JsonPropertyOrder({
    "diplomateId",
    "asOf",
    "knownAt",
    "ruleSet",
    "ruleSetVersion",
    "cycle",
    "pathway",
    "standing",
    "summary",
    "nextDeadline",
    "nextChangeOn",
    "basis",
    "findings",
    "countedNowhere"
})
@Schema(name = "Status", description = "How ready a diplomate is on a day, as known at an instant")
public record StatusView(
        String diplomateId,
        LocalDate asOf,
        Instant knownAt,
        String ruleSet,
        @Schema(description = "The version of the rule set", examples = "1") int ruleSetVersion,
        CycleView cycle,
        Pathway pathway,
        Standing standing,
        @Schema(
                        description = "One sentence to act on",
                        examples = "Short 2.00 patient-safety credits by 2026-12-01 (8 days left).")
                String summary,
        @Nullable LocalDate nextDeadline,
        @Schema(description = "Next date on which the answer changes with nothing posted")
                @Nullable LocalDate nextChangeOn,
        BasisView basis,
        @Schema(description = "By due year, then as the rule set orders them")
                List<FindingView> findings,
        List<NotCountedView> countedNowhere) {

    @Schema(name = "CyclePosition")
    record CycleView(int startYear, int endYear, int year) {}

    @Schema(name = "StatusBasis")
    record BasisView(
            @Schema(description = "Completions known, withdrawn ones included") int completions,
            @Nullable Instant latestRecordedAt) {}

    public static StatusView of(Status status) {
        return new StatusView(
                status.diplomate().value(),
                status.asOf(),
                status.knownAt(),
                status.ruleSet().value(),
                status.ruleSetVersion(),
                new CycleView(
                        status.cycle().startYear(),
                        status.cycle().endYear(),
                        status.cycle().year()),
                status.pathway(),
                status.standing(),
                status.summary(),
                status.nextDeadline(),
                status.nextChangeOn(),
                new BasisView(status.basis().completions(), status.basis().latestRecordedAt()),
                status.findings().stream().map(FindingView::of).toList(),
                status.countedNowhere().stream().map(NotCountedView::of).toList());
    }
}
