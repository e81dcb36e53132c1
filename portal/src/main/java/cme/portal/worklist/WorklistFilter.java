package cme.portal.worklist;

import cme.portal.page.Days;
import cme.portal.page.Query;
import cme.portal.page.Typed;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The clerk's filters, as the address holds them.
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
        return Typed.orNull(standing);
    }

    @Nullable String requirement() {
        return Typed.orNull(requirement);
    }

    @Nullable String pathway() {
        return Typed.orNull(pathway);
    }

    @Nullable LocalDate dueBefore() {
        return Days.parse(dueBefore);
    }

    /// The most urgent first unless somebody asks otherwise.
    String sort() {
        return sort != null && SORTS.contains(sort) ? sort : "standing";
    }

    @Nullable String cursor() {
        return Typed.orNull(cursor);
    }

    /// Whether something besides the standing is asked for.
    boolean isNarrower() {
        return requirement() != null || pathway() != null || dueBefore() != null;
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
}
