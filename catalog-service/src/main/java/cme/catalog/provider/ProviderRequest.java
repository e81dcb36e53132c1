package cme.catalog.provider;

import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The request to put a provider. A client may send back the answer that it read: its revision and
/// time are ignored.
@Schema(name = "ProviderRequest")
record ProviderRequest(
        @Schema(examples = "American Society of Plastic Surgeons") String name,
        @Schema(examples = "https://www.plasticsurgery.org") @Nullable String website,
        @Schema(
                        maxItems = 20,
                        examples = "[\"EDNET-\"]",
                        description =
                                "How the codes begin that it may propose, beside its own code and a"
                                        + " hyphen; each ends with - _ . or :")
                List<String> codePrefixes) {

    private static final int MAX_CODE = 100;
    private static final int MAX_NAME = 200;
    private static final int MAX_PREFIXES = 20;
    private static final int MAX_PREFIX = 40;

    private static final Pattern PREFIX = Pattern.compile("(?:[A-Z0-9]+[-_.:])+");

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
                            fields.requiredText("name", MAX_NAME),
                            fields.url("website"),
                            codePrefixes(fields));
                });
    }

    private static List<String> codePrefixes(Fields fields) {
        List<String> prefixes = fields.texts("codePrefixes", MAX_PREFIXES, MAX_PREFIX);
        for (int i = 0; i < prefixes.size(); i++) {
            if (!PREFIX.matcher(prefixes.get(i)).matches()) {
                fields.violation(
                        "codePrefixes/" + i,
                        "code-prefix.form",
                        "Capital letters and digits, and - _ . or : at the end.");
            }
        }
        return prefixes.stream().distinct().sorted().toList();
    }
}
