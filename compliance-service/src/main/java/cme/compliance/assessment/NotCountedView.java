package cme.compliance.assessment;

import cme.compliance.rules.Evidence;
import cme.compliance.rules.Exclusion.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A completion that does not count, as HTTP carries it.
@JsonPropertyOrder({
    "completion",
    "activity",
    "title",
    "session",
    "completedOn",
    "reason",
    "of",
    "usedInDueYear",
    "lost"
})
@Schema(name = "NotCounted")
record NotCountedView(
        String completion,
        @Nullable String activity,
        @Nullable String title,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "The session that was posted", examples = "Morning session")
                @Nullable String session,
        LocalDate completedOn,
        Reason reason,
        @Schema(description = "The completion that counts in its place") @Nullable String of,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "For ALREADY_USED: the due year it was counted for")
                @Nullable Integer usedInDueYear,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "For OVER_MAXIMUM and OVER_CAP: the amount that did not count")
                @Nullable BigDecimal lost) {

    static NotCountedView of(Evidence.NotCounted not) {
        return new NotCountedView(
                not.completion().value(),
                not.activity() == null ? null : not.activity().value(),
                not.title(),
                not.session(),
                not.completedOn(),
                not.reason(),
                not.of() == null ? null : not.of().value(),
                not.usedInDueYear(),
                not.lost() == null ? null : not.lost().toBigDecimal());
    }
}
