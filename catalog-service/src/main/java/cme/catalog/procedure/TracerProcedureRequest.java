package cme.catalog.procedure;

import cme.catalog.activity.ProcedureCode;
import cme.catalog.register.DescriptionFields;
import cme.chassis.json.JsonBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the board says of a tracer procedure. What was read may be sent back: code, revision and
/// time are not taken from it.
@Schema(name = "TracerProcedureRequest")
record TracerProcedureRequest(
        @Schema(required = true, examples = "Carpal tunnel syndrome") String name,
        @Schema(required = true) TracerProcedure.Module module,
        @Schema(examples = "[\"CTS\"]") List<String> synonyms,
        @Schema(
                        required = true,
                        examples = "Named as a tracer procedure in public text of the board.")
                String source) {

    private static final int MAX_NAME = 200;
    private static final int MAX_SYNONYMS = 30;
    private static final int MAX_SOURCE = 1_000;

    static TracerProcedureRequest read(JsonBody body, ProcedureCode code) {
        return body.read(
                fields -> {
                    var sent = fields.text("code", DescriptionFields.MAX_CODE);
                    if (sent != null && !sent.equals(code.value())) {
                        fields.violation("code", "code.differs", "The path says " + code + ".");
                    }
                    fields.integer("revision", 1, Integer.MAX_VALUE);
                    fields.instant("updatedAt");
                    return new TracerProcedureRequest(
                            fields.requiredText("name", MAX_NAME),
                            fields.required(
                                    "module", fields.oneOf("module", TracerProcedure.Module.class)),
                            fields.texts("synonyms", MAX_SYNONYMS, MAX_NAME),
                            fields.requiredText("source", MAX_SOURCE));
                });
    }
}
