package cme.catalog.provider;

import cme.chassis.json.JsonBody;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The request to put a provider. A client may send back the answer that it read: its revision and
/// time are ignored.
@Schema(name = "ProviderRequest")
record ProviderRequest(
        @Schema(examples = "American Society of Plastic Surgeons") String name,
        @Schema(examples = "https://www.plasticsurgery.org") @Nullable String website) {

    private static final int MAX_CODE = 100;
    private static final int MAX_NAME = 200;

    static ProviderRequest read(JsonBody body, String code) {
        return body.read(
                fields -> {
                    String sent = fields.text("code", MAX_CODE);
                    if (sent != null && !sent.equals(code)) {
                        fields.violation("code", "code.differs", "The path says " + code + ".");
                    }
                    fields.integer("revision", 1, Integer.MAX_VALUE);
                    fields.instant("updatedAt");
                    return new ProviderRequest(
                            fields.requiredText("name", MAX_NAME), fields.url("website"));
                });
    }
}
