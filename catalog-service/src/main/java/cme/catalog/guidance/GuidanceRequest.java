package cme.catalog.guidance;

import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The request to put guidance. A client may send back the answer that it read: its revision and
/// time are ignored.
@Schema(name = "GuidanceRequest")
record GuidanceRequest(
        @Schema(required = true, examples = "60 Category 1 credits for the examination")
                String title,
        @Schema(
                        required = true,
                        maxLength = 5000,
                        examples = "Who passes the examination may apply for 60 credits.")
                String text,
        @Schema(maxItems = 20, examples = "[\"Create an account.\"]") List<String> steps,
        @Schema(type = SchemaType.ARRAY, implementation = SentLink.class, maxItems = 20)
                List<GuidanceLink> links,
        @Schema(maxItems = 20, examples = "[\"cme-total\"]") List<String> requirements,
        @Schema(required = true, examples = "The board's page of resources.") String source) {

    private static final int MAX_TOPIC = 100;
    private static final int MAX_TITLE = 200;
    private static final int MAX_TEXT = 5_000;
    private static final int MAX_STEP = 1_000;
    private static final int MAX_SOURCE = 1_000;
    private static final int MAX_REQUIREMENT = 60;
    private static final int MAX_ITEMS = 20;

    static GuidanceRequest read(JsonBody body, String topic) {
        return body.read(fields -> read(fields, topic));
    }

    private static GuidanceRequest read(Fields fields, String topic) {
        String sent = fields.text("topic", MAX_TOPIC);
        if (sent != null && !sent.equals(topic)) {
            fields.violation("topic", "topic.differs", "The path says " + topic + ".");
        }
        fields.integer("revision", 1, Integer.MAX_VALUE);
        fields.instant("updatedAt");
        return new GuidanceRequest(
                fields.requiredText("title", MAX_TITLE),
                fields.requiredText("text", MAX_TEXT),
                fields.texts("steps", MAX_ITEMS, MAX_STEP),
                fields.objects("links", MAX_ITEMS, GuidanceLink::read),
                fields.texts("requirements", MAX_ITEMS, MAX_REQUIREMENT),
                fields.requiredText("source", MAX_SOURCE));
    }

    /// The description of a link in the API.
    @Schema(name = "GuidanceLinkRequest")
    record SentLink(
            @Schema(examples = "Patient Safety Credit Policy") String title,
            @Schema(description = "Left out until the board has set it") @Nullable String url) {}
}
