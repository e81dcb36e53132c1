package cme.catalog.activity;

import cme.catalog.activity.Activity.Current;
import cme.catalog.activity.Activity.Retirement;
import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Approval.Span;
import cme.catalog.activity.Description.Cap;
import cme.catalog.activity.Description.CreditsPer;
import cme.catalog.activity.Description.OncePer;
import cme.catalog.procedure.ProcedureCode;
import cme.catalog.provider.ProviderCode;
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

/// Reads activities with their approvals.
final class ActivityRows {

    private static final String ACTIVITIES =
            """
            select a.*, g.credits as cap_credits
            from activity a left join cap_group g on g.code = a.cap_group
            where a.code = any(:codes)
            order by array_position(:codes, a.code)
            """;

    private static final String APPROVALS = "select * from approval where activity = any(:codes)";

    private ActivityRows() {}

    /// Locks the rows in one order everywhere, so that no two transactions wait for each other.
    static void lock(Handle transaction, Collection<String> codes) {
        transaction
                .createQuery(
                        "select code from activity where code = any(:codes) order by code for update")
                .bind("codes", codes.toArray(String[]::new))
                .mapTo(String.class)
                .list();
    }

    static Map<String, ActivityRevision> read(Handle handle, Collection<String> codes) {
        String[] asked = codes.toArray(String[]::new);
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
        var revisions = new LinkedHashMap<String, ActivityRevision>();
        handle.createQuery(ACTIVITIES)
                .bind("codes", asked)
                .map(
                        (row, _) ->
                                revision(
                                        row,
                                        approvals.getOrDefault(row.getString("code"), List.of())))
                .forEach(revision -> revisions.put(revision.code(), revision));
        return revisions;
    }

    private static ActivityRevision revision(ResultSet row, List<Approval> approvals)
            throws SQLException {
        Current current =
                Activity.of(new ActivityCode(row.getString("code")), description(row), approvals);
        LocalDate retiredOn = row.getObject("retired_on", LocalDate.class);
        return new ActivityRevision(
                retiredOn == null
                        ? current
                        : current.retired(
                                new Retirement(retiredOn, row.getString("retirement_reason"))),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    private static Description description(ResultSet row) throws SQLException {
        String group = row.getString("cap_group");
        return new Description(
                row.getString("title"),
                new ProviderCode(row.getString("provider")),
                ActivityType.valueOf(row.getString("type")),
                row.getString("url"),
                credits(row.getBigDecimal("credits")),
                credits(row.getBigDecimal("patient_safety_credits")),
                row.getBoolean("credits_confirmed"),
                OncePer.valueOf(row.getString("once_per")),
                CreditsPer.valueOf(row.getString("credits_per")),
                group == null ? null : new Cap(group, Credits.of(row.getBigDecimal("cap_credits"))),
                row.getObject("offered_from", LocalDate.class),
                row.getObject("offered_until", LocalDate.class),
                LearningTime.ofMinutes(row.getObject("duration_minutes", Integer.class)));
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
