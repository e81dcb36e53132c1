package cme.portal.worklist;

import cme.portal.page.Days;
import cme.portal.page.Query;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the clerk looks for, as the address holds it.
public class WorklistFilter {
    private static final Set<String> SORTS = Set.of("deadline", "standing", "diplomate");

    @QueryParam("standing")
    @Nullable String standing;

    @QueryParam("requirement")
    @Nullable String requirement;

    @QueryParam("pathway")
    @Nullable String pathway;

    @QueryParam("dueBefore")
    @Nullable String dueBefore;

    @QueryParam("sort")
    @Nullable String sort;

    @QueryParam("cursor")
    @Nullable String cursor;

    @Nullable String standing() {
        return blankToNull(standing);
    }

    @Nullable String requirement() {
        return blankToNull(requirement);
    }

    @Nullable String pathway() {
        return blankToNull(pathway);
    }

    @Nullable LocalDate dueBefore() {
        return Days.parse(dueBefore);
    }

    /// The most urgent first unless somebody asks otherwise.
    String sort() {
        return sort != null && SORTS.contains(sort) ? sort : "standing";
    }

    @Nullable String cursor() {
        return blankToNull(cursor);
    }

    /// The address of the first page of the same list.
    Query address(String path) {
        return Query.of(path)
                .with("standing", standing)
                .with("requirement", requirement)
                .with("pathway", pathway)
                .with("dueBefore", dueBefore)
                .with("sort", sort);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
