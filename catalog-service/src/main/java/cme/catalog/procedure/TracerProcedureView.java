package cme.catalog.procedure;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The answer with a tracer procedure.
///
/// @param synonyms other names by which activities are found
/// @param source the public text of the board that names it, or that the board has not confirmed it
@Schema(name = "TracerProcedure")
record TracerProcedureView(
        @Schema(examples = "CARPAL_TUNNEL") String code,
        @Schema(examples = "Carpal tunnel syndrome") String name,
        ProcedureModule module,
        @Schema(examples = "[\"CTS\"]") List<String> synonyms,
        @Schema(description = "Where it comes from, and what is still open") String source,
        @Schema(examples = "1", description = "Also the ETag") int revision,
        @ProjectedFieldName("recordedAt") Instant updatedAt) {

    TracerProcedureView {
        synonyms = List.copyOf(synonyms);
    }
}
