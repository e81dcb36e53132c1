package cme.chassis.webhook;

import cme.chassis.json.Fields;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body that describes a webhook.
@Schema(requiredProperties = "url")
public record WebhookRequest(
        @Schema(
                        description = "Where events are posted; https and a public address",
                        examples = "https://meetings.asps.example/hooks/credits")
                @Nullable String url,
        @Schema(description = "The types of events to be told of; all when it is left out")
                List<String> types) {

    private static final int MAX_TYPES = 50;
    private static final int MAX_TYPE = 200;

    public WebhookRequest {
        types = List.copyOf(new TreeSet<>(types));
    }

    /// @param known the types of the topic
    static WebhookRequest read(Fields fields, Set<String> known, boolean isAnyAddressAllowed) {
        String url =
                fields.required(
                        "url",
                        isAnyAddressAllowed ? fields.urlOfAnyHost("url") : fields.url("url"));
        if (url != null) {
            check(fields, URI.create(url), isAnyAddressAllowed);
        }
        List<String> types = fields.texts("types", MAX_TYPES, MAX_TYPE);
        for (int i = 0; i < types.size(); i++) {
            if (!known.contains(types.get(i))) {
                fields.violation(
                        "types/" + i, "unknown-value", "One of " + new TreeSet<>(known) + ".");
            }
        }
        return new WebhookRequest(url, types);
    }

    private static void check(Fields fields, URI url, boolean isAnyAddressAllowed) {
        if (url.getRawFragment() != null) {
            fields.violation("url", "url.form", "Without a fragment.");
        } else if (!isAnyAddressAllowed && !"https".equals(url.getScheme())) {
            fields.violation("url", "url.https", "Events are sent to https:// only.");
        }
    }
}
