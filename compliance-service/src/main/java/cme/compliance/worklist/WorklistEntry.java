package cme.compliance.worklist;

import cme.chassis.json.StrictJson;
import cme.compliance.assessment.Summaries;
import cme.compliance.rules.Amount.Unit;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.Standing;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One diplomate in the worklist.
///
/// @param findings a JSON array that the database keeps ready
@Schema(name = "WorklistEntry", description = "A status of today without its evidence")
record WorklistEntry(
        String diplomateId,
        LocalDate asOf,
        String ruleSet,
        Pathway pathway,
        Standing standing,
        String summary,
        @Nullable LocalDate nextDeadline,
        @Nullable LocalDate nextChangeOn,
        @Schema(
                        type = SchemaType.ARRAY,
                        implementation = FindingEntry.class,
                        description = "The findings that match the filter; without a filter all")
                @JsonRawValue
                String findings) {

    private static final ObjectReader FINDINGS =
            StrictJson.mapper().readerForListOf(FindingEntry.class);

    @Schema(name = "WorklistFinding")
    record FindingEntry(
            String requirement,
            int dueYear,
            LocalDate deadline,
            State state,
            Unit unit,
            BigDecimal required,
            BigDecimal earned,
            BigDecimal remaining) {}

    /// @param today null when nothing but the stored answer is known
    WorklistEntry with(Summaries.@Nullable OfToday today) {
        return today == null
                ? this
                : new WorklistEntry(
                        diplomateId,
                        today.asOf(),
                        ruleSet,
                        pathway,
                        standing,
                        today.summary(),
                        nextDeadline,
                        nextChangeOn,
                        findings);
    }

    /// The findings one by one, for formats other than JSON.
    List<FindingEntry> eachFinding() {
        try {
            return FINDINGS.readValue(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored findings cannot be read", e);
        }
    }
}
