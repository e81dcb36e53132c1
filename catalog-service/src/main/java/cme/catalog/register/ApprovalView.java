package cme.catalog.register;

import cme.catalog.activity.Approval;
import cme.catalog.activity.ProcedureCode;
import cme.catalog.activity.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An approval as it is answered.
@Schema(name = "Approval")
public record ApprovalView(
        UUID id,
        Purpose purpose,
        @Schema(description = "Codes of tracer procedures; empty unless the purpose is TRACER")
                List<String> procedures,
        @Schema(description = "First day that it covers") LocalDate from,
        @Schema(nullable = true, description = "Last day that it covers; null for no end")
                @Nullable LocalDate until) {

    public static ApprovalView of(Approval approval) {
        return new ApprovalView(
                approval.id(),
                approval.purpose(),
                approval.procedures().stream().map(ProcedureCode::value).toList(),
                approval.span().from(),
                approval.span().until());
    }
}
