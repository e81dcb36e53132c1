package cme.portal.worklist;

import cme.portal.page.Query;
import cme.portal.page.Typed;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The clerk's filters, as the address holds them.
public class WorklistFilter {
    private static final String MOST_URGENT_FIRST = "standing";

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

    @Nullable String dueBefore() {
        return Typed.orNull(dueBefore);
    }

    String sort() {
        return Objects.requireNonNullElse(Typed.orNull(sort), MOST_URGENT_FIRST);
    }

    @Nullable String cursor() {
        return Typed.orNull(cursor);
    }

    /// Takes back what was left out, so that no link repeats it.
    void leaveOut(Predicate<String> refused) {
        standing = refused.test("standing") ? null : standing;
        requirement = refused.test("requirement") ? null : requirement;
        pathway = refused.test("pathway") ? null : pathway;
        dueBefore = refused.test("dueBefore") ? null : dueBefore;
        sort = refused.test("sort") ? null : sort;
        cursor = refused.test("cursor") ? null : cursor;
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
