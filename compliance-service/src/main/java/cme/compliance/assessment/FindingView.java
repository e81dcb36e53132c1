package cme.compliance.assessment;

import cme.compliance.record.RulingKind;
import cme.compliance.rules.Amount.Unit;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Evidence;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Finding.Missing;
import cme.compliance.rules.Finding.State;
import com.fasterxml.jackson.annotation.JsonInclude;
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
    "late",
    "missing",
    "decision",
    "procedure",
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
        @Schema(
                        description =
                                "What is counted but was submitted after the deadline; null when"
                                        + " nothing was",
                        nullable = true)
                @Nullable LateView late,
        List<Missing> missing,
        @Nullable DecisionView decision,
        @Schema(
                        examples = "CARPAL_TUNNEL",
                        description =
                                "The tracer procedure of the due year, only of a tracer finding"
                                        + " with one")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String procedure,
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

    @Schema(
            name = "Late",
            description = "What is counted of submissions in the late period and after")
    record LateView(
            @Schema(description = "Zero where activities are counted", examples = "4.5")
                    BigDecimal credits,
            @Schema(examples = "2") int completions) {

        static @Nullable LateView of(Finding.@Nullable Late late) {
            return late == null
                    ? null
                    : new LateView(late.credits().toBigDecimal(), late.completions());
        }
    }

    @Schema(name = "DecisionInForce")
    record DecisionView(
            RulingKind decision,
            @Nullable LocalDate until,
            @Nullable String reason,
            Instant recordedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(
                            description =
                                    "For EXTENDED: the one deadline that it moves, and how completions"
                                            + " after the normal deadline count",
                            examples =
                                    "Moves the deadline of cme-total in year 6 to 2026-12-31 and no other"
                                            + " deadline.")
                    @Nullable String effect) {

        static @Nullable DecisionView of(@Nullable Decision decision) {
            return decision == null
                    ? null
                    : new DecisionView(
                            RulingKind.of(decision.ruling()),
                            RulingKind.until(decision.ruling()),
                            decision.reason(),
                            decision.recordedAt(),
                            effect(decision));
        }

        private static @Nullable String effect(Decision decision) {
            return decision.ruling() instanceof Decision.Extended(LocalDate until)
                    ? ("Moves the deadline of %s in year %d to %s and no other deadline. Completions"
                                    + " after the normal deadline that are needed here do not count"
                                    + " again in a later window.")
                            .formatted(decision.requirement(), decision.dueYear(), until)
                    : null;
        }
    }

    @JsonPropertyOrder({"completion", "activity", "title", "session", "completedOn", "amount"})
    @Schema(name = "Counted")
    record CountedView(
            String completion,
            @Nullable String activity,
            @Nullable String title,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(
                            description = "The session that was posted",
                            examples = "Morning session")
                    @Nullable String session,
            LocalDate completedOn,
            @Schema(description = "What it brought, in the unit of the finding", examples = "1.5")
                    BigDecimal amount) {

        static CountedView of(Evidence.Counted counted) {
            return new CountedView(
                    counted.completion().value(),
                    counted.activity() == null ? null : counted.activity().value(),
                    counted.title(),
                    counted.session(),
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
                LateView.of(finding.late()),
                finding.missing(),
                DecisionView.of(finding.decision()),
                finding.procedure() == null ? null : finding.procedure().value(),
                finding.counted().stream().map(CountedView::of).toList(),
                finding.notCounted().stream().map(NotCountedView::of).toList(),
                GUIDANCE + finding.requirement());
    }
}
