package cme.credit.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The result of one row, and what was posted in it.
@Schema(name = "RosterRowDetail")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RosterRowDetailView(
        @JsonUnwrapped RosterRowView result,
        @Schema(
                        description =
                                "The posted values by the names of their fields, of a row that was not recorded; with the"
                                        + " fields that its roster has at the top, and with columns that were passed over")
                @Nullable JsonNode content,
        @Schema(
                        examples =
                                "ASPS-2026-1-0003,012345,Hallam, Jr.,ASPS-ANNUAL-2026,2026-10-14,4",
                        description = "The text of a row that could not be read")
                @Nullable String line,
        @Schema(
                        description =
                                "When what was posted was erased: with its diplomate, or a time after the row was settled")
                @Nullable Instant contentErasedAt) {

    static RosterRowDetailView of(RosterRow row) {
        return new RosterRowDetailView(
                row.view(), row.content(), row.line(), row.contentErasedAt());
    }
}
