package cme.compliance.ruleset;

import cme.compliance.rules.Amount.Unit;
import cme.compliance.rules.ApprovedActivity;
import cme.compliance.rules.CreditTotal;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.PatientSafetyCredits;
import cme.compliance.rules.Requirement;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.TracerActivity;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RuleSet", description = "The rules of one kind of certification cycle, as data")
record RuleSetView(
        @Schema(examples = "abps-cc-10y") String id,
        @Schema(description = "Grows when a number changes") int version,
        String title,
        String note,
        int cycleYears,
        @Schema(description = "Month and day of a due year", examples = "12-01") String deadline,
        @Schema(examples = "America/New_York") String zone,
        int latePeriodDays,
        int dueSoonDays,
        List<RequirementView> requirements,
        @Schema(description = "The origin of each number") List<FigureView> figures) {

    enum Kind {
        CREDIT_TOTAL,
        PATIENT_SAFETY_PART,
        TRACER_ACTIVITY,
        APPROVED_ACTIVITY;

        static Kind of(Requirement requirement) {
            return switch (requirement) {
                case CreditTotal _ -> CREDIT_TOTAL;
                case PatientSafetyCredits _ -> PATIENT_SAFETY_PART;
                case TracerActivity _ -> TRACER_ACTIVITY;
                case ApprovedActivity _ -> APPROVED_ACTIVITY;
            };
        }
    }

    @Schema(name = "Requirement")
    record RequirementView(
            @Schema(examples = "patient-safety") String id,
            Kind kind,
            String title,
            @Schema(description = "The diplomates of this pathway must meet it") Pathway pathway,
            @Schema(description = "Years of the cycle in which it is due") List<Integer> dueYears,
            @Schema(description = "Length of the window that ends on the deadline")
                    int lookBackYears,
            Unit unit,
            BigDecimal required) {

        static RequirementView of(Requirement requirement) {
            return new RequirementView(
                    requirement.id().value(),
                    Kind.of(requirement),
                    requirement.title(),
                    requirement.pathway(),
                    requirement.dueYears(),
                    requirement.lookBackYears(),
                    requirement.required().unit(),
                    requirement.required().toBigDecimal());
        }
    }

    @Schema(name = "Figure", description = "One number of a rule set")
    record FigureView(
            @Schema(examples = "requirements.cme-total.credits") String field,
            String value,
            @Schema(description = "DOCUMENTED: a source says so; CHOICE: chosen here")
                    Figure.Basis basis,
            String source,
            @Schema(description = "Whether it was chosen until the board says what holds")
                    boolean awaitsBoard) {

        static FigureView of(Figure figure) {
            return new FigureView(
                    figure.field(),
                    figure.value(),
                    figure.basis(),
                    figure.source(),
                    figure.awaitsBoard());
        }
    }

    static RuleSetView of(RuleSetDocument document) {
        RuleSet rules = document.rules();
        return new RuleSetView(
                rules.id().value(),
                rules.version(),
                rules.title(),
                document.note(),
                rules.cycleYears(),
                rules.deadline().toString().substring("--".length()),
                rules.zone().getId(),
                rules.latePeriodDays(),
                rules.dueSoonDays(),
                rules.requirements().stream().map(RequirementView::of).toList(),
                document.figures().stream().map(FigureView::of).toList());
    }
}
