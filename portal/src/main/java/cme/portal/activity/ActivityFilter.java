package cme.portal.activity;

import cme.portal.page.Query;
import cme.portal.page.Typed;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A search of the catalog, as the address holds it.
public class ActivityFilter {
    private static final String PATH = "/activities";

    @QueryParam("q")
    @Nullable String q;

    @QueryParam("provider")
    @Nullable String provider;

    @QueryParam("type")
    @Nullable String type;

    @QueryParam("purpose")
    @Nullable String purpose;

    @QueryParam("procedure")
    @Nullable String procedure;

    @QueryParam("status")
    @Nullable String status;

    /// For whom each row says what it would bring; only the board may name somebody.
    @QueryParam("for")
    @Nullable String whom;

    @QueryParam("cursor")
    @Nullable String cursor;

    @Nullable String value(String name) {
        return values().get(name);
    }

    @Nullable String cursor() {
        return Typed.orNull(cursor);
    }

    @Nullable String whom() {
        return Typed.orNull(whom);
    }

    /// Takes back what was left out, so that no link repeats it.
    void leaveOut(Predicate<String> refused) {
        q = refused.test("q") ? null : q;
        provider = refused.test("provider") ? null : provider;
        type = refused.test("type") ? null : type;
        purpose = refused.test("purpose") ? null : purpose;
        procedure = refused.test("procedure") ? null : procedure;
        status = refused.test("status") ? null : status;
        cursor = refused.test("cursor") ? null : cursor;
    }

    /// Without the words, who it is for and the page.
    Map<String, String> filters() {
        Map<String, String> filters = values();
        filters.remove("q");
        return filters;
    }

    boolean isEmpty() {
        return values().isEmpty();
    }

    /// The first page of the same list.
    Query address() {
        Query address = Query.of(PATH);
        for (var one : values().entrySet()) {
            address = address.with(one.getKey(), one.getValue());
        }
        return address.with("for", whom());
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "q", q);
        put(values, "provider", provider);
        put(values, "type", type);
        put(values, "purpose", purpose);
        put(values, "procedure", procedure);
        put(values, "status", status);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.strip());
        }
    }
}
