package cme.compliance.activity;

import cme.compliance.rules.Activity;
import cme.compliance.rules.Catalog;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The catalog of one version, in memory.
public final class ActivityCopy {

    /// @param url null if it is not known, as is the duration
    record Listed(Activity activity, @Nullable String url, @Nullable String duration) {}

    private final long version;
    private final Map<Activity.Code, Listed> listed;
    private final Catalog catalog;

    ActivityCopy(long version, Map<Activity.Code, Listed> listed) {
        this.version = version;
        this.listed = Map.copyOf(listed);
        this.catalog = Catalog.of(listed.values().stream().map(Listed::activity).toList());
    }

    long version() {
        return version;
    }

    public Catalog catalog() {
        return catalog;
    }

    /// Null if the copy does not contain it (yet).
    public @Nullable Activity find(Activity.Code code) {
        Listed found = listed.get(code);
        return found == null ? null : found.activity();
    }

    /// The web page of the activity; null if it is not known.
    public @Nullable String url(Activity.Code code) {
        Listed found = listed.get(code);
        return found == null ? null : found.url();
    }

    /// How long the activity takes (ISO 8601); null if it is not known.
    public @Nullable String duration(Activity.Code code) {
        Listed found = listed.get(code);
        return found == null ? null : found.duration();
    }
}
