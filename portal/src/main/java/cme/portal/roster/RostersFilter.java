package cme.portal.roster;

import cme.portal.page.Query;
import cme.portal.page.Typed;
import jakarta.ws.rs.QueryParam;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which rosters are looked for, as the address holds it.
public class RostersFilter {
    @QueryParam("externalId")
    @Nullable String externalId;

    @QueryParam("provider")
    @Nullable String provider;

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    @QueryParam("cursor")
    @Nullable String cursor;

    @Nullable String externalId() {
        return Typed.orNull(externalId);
    }

    @Nullable String provider() {
        return Typed.orNull(provider);
    }

    @Nullable String from() {
        return Typed.orNull(from);
    }

    @Nullable String to() {
        return Typed.orNull(to);
    }

    @Nullable String cursor() {
        return Typed.orNull(cursor);
    }

    boolean isAny() {
        return externalId() != null || provider() != null || from() != null || to() != null;
    }

    /// Takes back what was left out, so that no link repeats it.
    void leaveOut(Predicate<String> refused) {
        externalId = refused.test("externalId") ? null : externalId;
        provider = refused.test("provider") ? null : provider;
        from = refused.test("from") ? null : from;
        to = refused.test("to") ? null : to;
        cursor = refused.test("cursor") ? null : cursor;
    }

    Query address() {
        return Query.of("/rosters")
                .with("externalId", externalId())
                .with("provider", provider())
                .with("from", from())
                .with("to", to());
    }
}
