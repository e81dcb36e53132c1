package cme.chassis.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/// The rules for every schema: a reference is alone, a pattern covers the whole text, and the
/// schema of a page is named after its items.
final class SchemaRules {

    private static final Pattern PAGE = Pattern.compile("Page[A-Z].*");

    private SchemaRules() {}

    static void applyTo(OpenAPI api) {
        namePages(api);
        new Schemas(api).each(SchemaRules::mend);
    }

    private static void mend(Schema schema) {
        if (schema.getRef() != null || schema.getAnyOf() != null) {
            schema.setType(null);
        }
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern(pattern.contains("|") ? "^(" + pattern + ")$" : "^" + pattern + "$");
        }
    }

    /// A page of `CompletionView`, whose schema is `Completion`, is a `CompletionPage`. By itself
    /// it would have the name of the class.
    private static void namePages(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        var names = new LinkedHashMap<String, String>();
        schemas.forEach(
                (name, schema) -> {
                    String item = item(schema);
                    if (PAGE.matcher(name).matches() && item != null) {
                        names.put(Schemas.COMPONENTS + name, item + "Page");
                    }
                });
        var renamed = new LinkedHashMap<String, Schema>();
        schemas.forEach(
                (name, schema) ->
                        renamed.put(names.getOrDefault(Schemas.COMPONENTS + name, name), schema));
        api.getComponents().setSchemas(renamed);
        new Schemas(api)
                .each(
                        schema -> {
                            if (names.containsKey(schema.getRef())) {
                                schema.setRef(Schemas.COMPONENTS + names.get(schema.getRef()));
                            }
                        });
    }

    private static @Nullable String item(Schema page) {
        Schema items = page.getProperties() == null ? null : page.getProperties().get("items");
        String ref = items == null || items.getItems() == null ? null : items.getItems().getRef();
        return ref == null ? null : ref.substring(Schemas.COMPONENTS.length());
    }
}
