package cme.compliance.assessment;

import cme.compliance.record.RulingKind;
import cme.compliance.rules.Amount.Unit;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Evidence;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Finding.Missing;
import cme.compliance.rules.Finding.State;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A finding as HTTP carries it.
@JsonPropertyOrder({
    "requirement",
    "title",
    "dueYear",
    "deadline",
    "window",
    "state",
    "unit",
    "required",
    "earned",
    "remaining",
    "metOn",
    "missing",
    "decision",
    "counted",
    "notCounted",
    "guidance"
})
@Schema(name = "Finding", description = "One requirement in one due year")
record FindingView(
        String requirement,
        @Schema(examples = "20 patient-safety credits") String title,
        @Schema(examples = "6") int dueYear,
        LocalDate deadline,
        @Schema(description = "Both ends inclusive") WindowView window,
        State state,
        Unit unit,
        @Schema(examples = "20.0") BigDecimal required,
        @Schema(examples = "18.0") BigDecimal earned,
        @Schema(examples = "2.0") BigDecimal remaining,
        @Schema(description = "Date of the completion that reached it") @Nullable LocalDate metOn,
        List<Missing> missing,
        @Nullable DecisionView decision,
        List<CountedView> counted,
        @Schema(
                        description =
                                "What one would expect to count here, each with the reason it does not")
                List<NotCountedView> notCounted,
        @Schema(
                        description = "The board's guidance that helps with it, in the catalog",
                        examples = "/v1/guidance?requirement=patient-safety")
                String guidance) {

    private static final String GUIDANCE = "/v1/guidance?requirement=";

    @Schema(name = "Window")
    record WindowView(LocalDate from, LocalDate to) {}

    @Schema(name = "DecisionInForce")
    record DecisionView(
            RulingKind decision,
            @Nullable LocalDate until,
            @Nullable String reason,
            Instant recordedAt) {

        static @Nullable DecisionView of(@Nullable Decision decision) {
            return decision == null
                    ? null
                    : new DecisionView(
                            RulingKind.of(decision.ruling()),
                            RulingKind.until(decision.ruling()),
                            decision.reason(),
                            decision.recordedAt());
        }
    }

    @JsonPropertyOrder({"completion", "activity", "title", "completedOn", "amount"})
    @Schema(name = "Counted")
    record CountedView(
            String completion,
            @Nullable String activity,
            @Nullable String title,
            LocalDate completedOn,
            @Schema(description = "What it brought, in the unit of the finding", examples = "1.5")
                    BigDecimal amount) {

        static CountedView of(Evidence.Counted counted) {
            return new CountedView(
                    counted.completion().value(),
                    counted.activity() == null ? null : counted.activity().value(),
                    counted.title(),
                    counted.completedOn(),
                    counted.amount().toBigDecimal());
        }
    }

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.requirement().value(),
                finding.title(),
                finding.dueYear(),
                finding.deadline(),
                new WindowView(finding.window().from(), finding.window().to()),
                finding.state(),
                finding.unit(),
                finding.required().toBigDecimal(),
                finding.earned().toBigDecimal(),
                finding.remaining().toBigDecimal(),
                finding.metOn(),
                finding.missing(),
                DecisionView.of(finding.decision()),
                finding.counted().stream().map(CountedView::of).toList(),
                finding.notCounted().stream().map(NotCountedView::of).toList(),
                GUIDANCE + finding.requirement());
    }
}
