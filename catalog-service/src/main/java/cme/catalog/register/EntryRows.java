package cme.catalog.register;

import cme.catalog.activity.Activity;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.ActivityType;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Cap;
import cme.catalog.activity.Credits;
import cme.catalog.activity.Description;
import cme.catalog.activity.OncePer;
import cme.catalog.activity.ProcedureCode;
import cme.catalog.activity.ProviderCode;
import cme.catalog.activity.Purpose;
import cme.catalog.activity.Retirement;
import cme.catalog.activity.Span;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes entries of rows.
final class EntryRows {

    private static final String ACTIVITIES =
            """
            select a.*, g.credits as cap_credits
            from activity a left join cap_group g on g.code = a.cap_group
            where a.code = any(:codes)
            order by array_position(:codes, a.code)
            """;

    private static final String APPROVALS = "select * from approval where activity = any(:codes)";

    private EntryRows() {}

    /// @param locked the rows stay as they are until the transaction is over
    static Map<String, Entry> read(Handle handle, Collection<String> codes, boolean locked) {
        var asked = codes.toArray(String[]::new);
        if (locked) {
            // In one order everywhere, so that two who want several do not wait for each other.
            handle.createQuery(
                            "select code from activity where code = any(:codes) order by code for update")
                    .bind("codes", asked)
                    .mapTo(String.class)
                    .list();
        }
        var approvals = new HashMap<String, List<Approval>>();
        handle.createQuery(APPROVALS)
                .bind("codes", asked)
                .map(
                        (row, _) ->
                                approvals
                                        .computeIfAbsent(
                                                row.getString("activity"), _ -> new ArrayList<>())
                                        .add(approval(row)))
                .list();
        var entries = new LinkedHashMap<String, Entry>();
        handle.createQuery(ACTIVITIES)
                .bind("codes", asked)
                .map(
                        (row, _) ->
                                entry(
                                        row,
                                        approvals.getOrDefault(row.getString("code"), List.of())))
                .forEach(entry -> entries.put(entry.code(), entry));
        return entries;
    }

    private static Entry entry(ResultSet row, List<Approval> approvals) throws SQLException {
        var current =
                Activity.of(new ActivityCode(row.getString("code")), description(row), approvals);
        var retiredOn = row.getObject("retired_on", LocalDate.class);
        return new Entry(
                retiredOn == null
                        ? current
                        : current.retired(
                                new Retirement(retiredOn, row.getString("retirement_reason"))),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    private static Description description(ResultSet row) throws SQLException {
        var group = row.getString("cap_group");
        return new Description(
                row.getString("title"),
                new ProviderCode(row.getString("provider")),
                ActivityType.valueOf(row.getString("type")),
                row.getString("url"),
                credits(row.getBigDecimal("credits")),
                credits(row.getBigDecimal("patient_safety_credits")),
                row.getBoolean("credits_confirmed"),
                OncePer.valueOf(row.getString("once_per")),
                group == null ? null : new Cap(group, Credits.of(row.getBigDecimal("cap_credits"))),
                row.getObject("offered_from", LocalDate.class),
                row.getObject("offered_until", LocalDate.class));
    }

    private static @Nullable Credits credits(@Nullable BigDecimal amount) {
        return amount == null ? null : Credits.of(amount);
    }

    private static Approval approval(ResultSet row) throws SQLException {
        var procedures = (String[]) row.getArray("procedures").getArray();
        return new Approval(
                row.getObject("id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                Arrays.stream(procedures).map(ProcedureCode::new).toList(),
                new Span(
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("until_date", LocalDate.class)));
    }
}
