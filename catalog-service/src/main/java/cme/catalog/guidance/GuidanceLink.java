package cme.catalog.guidance;

import cme.chassis.json.Fields;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page that guidance leads to.
///
/// @param title null only when the request is refused
/// @param url null until the board has set it
@Schema(name = "GuidanceLink")
record GuidanceLink(
        @Schema(required = true, examples = "Patient Safety Credit Policy") String title,
        @Schema(nullable = true, description = "Null until the board has set it")
                @Nullable String url) {

    private static final int MAX_TITLE = 200;

    static GuidanceLink read(Fields fields) {
        return new GuidanceLink(fields.requiredText("title", MAX_TITLE), fields.url("url"));
    }
}
