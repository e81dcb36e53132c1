package cme.portal.roster;

import cme.portal.page.Days;
import cme.portal.page.Query;
import cme.portal.page.Typed;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
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

    @Nullable LocalDate from() {
        return Days.parse(from);
    }

    @Nullable LocalDate to() {
        return Days.parse(to);
    }

    @Nullable String cursor() {
        return Typed.orNull(cursor);
    }

    boolean isAny() {
        return externalId() != null || provider() != null || from() != null || to() != null;
    }

    Query address() {
        return Query.of("/rosters")
                .with("externalId", externalId())
                .with("provider", provider())
                .with("from", from)
                .with("to", to);
    }
}
