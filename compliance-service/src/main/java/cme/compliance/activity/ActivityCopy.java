package cme.compliance.activity;

import cme.compliance.rules.Activity;
import cme.compliance.rules.Catalog;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The catalog as it was read at one moment.
public final class ActivityCopy {

    /// An activity, and where a person finds it.
    record Listed(Activity activity, @Nullable String url) {}

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

    /// For the assessment.
    public Catalog catalog() {
        return catalog;
    }

    /// Null when the catalog does not have it (yet).
    public @Nullable Activity find(Activity.Code code) {
        var found = listed.get(code);
        return found == null ? null : found.activity();
    }

    /// Where a person finds the activity; null when nobody said.
    public @Nullable String url(Activity.Code code) {
        var found = listed.get(code);
        return found == null ? null : found.url();
    }
}
