package cme.portal.catalog;

import cme.portal.services.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Found activities, with counts where they were asked for.
///
/// @param nextCursor Send back as `cursor`; null on the last page
/// @param facets Only when `facets=true` was sent
public record ActivityPage(
        List<Activity> items, @Nullable String nextCursor, @Nullable Facets facets) {
    public ActivityPage {
        items = Absent.list(items);
    }

    /// Counts of everything that is found, not of this page alone.
    public record Facets(
            List<Facet> provider, List<Facet> type, List<Facet> purpose, List<Facet> procedure) {
        public Facets {
            provider = Absent.list(provider);
            type = Absent.list(type);
            purpose = Absent.list(purpose);
            procedure = Absent.list(procedure);
        }
    }

    /// How many activities have a value.
    ///
    /// @param value To be sent as the filter
    public record Facet(String value, long count) {}
}
