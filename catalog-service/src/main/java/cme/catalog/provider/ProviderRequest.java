package cme.catalog.provider;

import cme.catalog.activity.ProviderCode;
import cme.catalog.register.DescriptionFields;
import cme.chassis.json.JsonBody;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the board says of a provider. What was read may be sent back: code, revision and time are
/// not taken from it.
@Schema(name = "ProviderRequest")
record ProviderRequest(
        @Schema(required = true, examples = "American Society of Plastic Surgeons") String name,
        @Schema(nullable = true, examples = "https://www.plasticsurgery.org")
                @Nullable String website) {

    private static final int MAX_NAME = 200;

    static ProviderRequest read(JsonBody body, ProviderCode code) {
        return body.read(
                fields -> {
                    var sent = fields.text("code", DescriptionFields.MAX_CODE);
                    if (sent != null && !sent.equals(code.value())) {
                        fields.violation("code", "code.differs", "The path says " + code + ".");
                    }
                    fields.integer("revision", 1, Integer.MAX_VALUE);
                    fields.instant("updatedAt");
                    return new ProviderRequest(
                            fields.requiredText("name", MAX_NAME),
                            DescriptionFields.url(fields, "website"));
                });
    }
}
