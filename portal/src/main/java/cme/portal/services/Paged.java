package cme.portal.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param nextCursor to ask for the next page with; null on the last one
public record Paged<T>(List<T> items, @Nullable String nextCursor) {
    public Paged {
        items = Absent.list(items);
    }
}
