package cme.catalog.procedure;

import cme.chassis.json.JsonBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The request to put a tracer procedure. A client may send back the answer that it read: its
/// revision and time are ignored.
@Schema(name = "TracerProcedureRequest")
record TracerProcedureRequest(
        @Schema(examples = "Carpal tunnel syndrome") String name,
        ProcedureModule module,
        @Schema(examples = "[\"CTS\"]") List<String> synonyms,
        @Schema(examples = "Named as a tracer procedure in public text of the board.")
                String source) {

    private static final int MAX_CODE = 100;
    private static final int MAX_NAME = 200;
    private static final int MAX_SYNONYMS = 30;
    private static final int MAX_SOURCE = 1_000;

    static TracerProcedureRequest read(JsonBody body, String code) {
        return body.read(
                fields -> {
                    String sent = fields.text("code", MAX_CODE);
                    if (sent != null && !sent.equals(code)) {
                        fields.violation("code", "code.differs", "The path says " + code + ".");
                    }
                    fields.integer("revision", 1, Integer.MAX_VALUE);
                    fields.instant("updatedAt");
                    return new TracerProcedureRequest(
                            fields.requiredText("name", MAX_NAME),
                            fields.required(
                                    "module", fields.oneOf("module", ProcedureModule.class)),
                            fields.texts("synonyms", MAX_SYNONYMS, MAX_NAME),
                            fields.requiredText("source", MAX_SOURCE));
                });
    }
}
