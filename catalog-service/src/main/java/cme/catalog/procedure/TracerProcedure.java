package cme.catalog.procedure;

import cme.catalog.activity.ProcedureCode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An operation that the board follows in practice assessment.
///
/// @param synonyms other names by which activities are found
/// @param source where it comes from: public text of the board, or awaiting its confirmation
/// @param revision 1 for the first, one more with every change
@Schema(name = "TracerProcedure")
record TracerProcedure(
        @Schema(examples = "CARPAL_TUNNEL") String code,
        @Schema(examples = "Carpal tunnel syndrome") String name,
        Module module,
        @Schema(examples = "[\"CTS\"]") List<String> synonyms,
        @Schema(description = "Where it comes from, and what is still open") String source,
        @Schema(examples = "1", description = "Also the ETag") int revision,
        Instant updatedAt) {

    /// The part of practice that it belongs to.
    enum Module {
        COSMETIC,
        COMPREHENSIVE,
        CRANIOMAXILLOFACIAL,
        HAND
    }

    TracerProcedure {
        synonyms = List.copyOf(synonyms);
    }

    static TracerProcedure first(ProcedureCode code, TracerProcedureRequest said, Instant now) {
        return of(code.value(), said, 1, now);
    }

    TracerProcedure followedBy(TracerProcedureRequest said, Instant now) {
        return of(code, said, revision + 1, now);
    }

    boolean isAs(TracerProcedureRequest said) {
        return equals(of(code, said, revision, updatedAt));
    }

    private static TracerProcedure of(
            String code, TracerProcedureRequest said, int revision, Instant at) {
        return new TracerProcedure(
                code, said.name(), said.module(), said.synonyms(), said.source(), revision, at);
    }
}
