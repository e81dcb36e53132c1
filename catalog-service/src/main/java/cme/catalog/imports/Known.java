package cme.catalog.imports;

import cme.catalog.activity.Credits;
import cme.catalog.activity.ProviderCode;
import cme.catalog.register.Entry;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a batch of rows is judged against.
///
/// @param providers codes by code, and by name in lower case
/// @param procedures codes of tracer procedures
/// @param caps what each cap group is capped at
/// @param entries the activities that exist, by code
record Known(
        Map<String, ProviderCode> providers,
        Set<String> procedures,
        Map<String, Credits> caps,
        Map<String, Entry> entries) {

    @Nullable Entry entry(String code) {
        return entries.get(code);
    }
}
