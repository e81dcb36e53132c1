package cme.catalog.cap;

import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Credits;
import cme.catalog.activity.Description.Cap;
import cme.chassis.database.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The amounts of cap groups, for activities that join them.
@Singleton
public class CapAmounts {

    private static final String WANTED =
            "unnest(:groups::text[], :credits::numeric[]) as wanted (code, credits)";

    private static final String INSERT =
            "insert into cap_group (code, credits) select * from %s order by code on conflict do nothing"
                    .formatted(WANTED);

    private static final String LOCK_AGREEING =
            "select g.* from cap_group g join %s using (code, credits) order by code for share of g"
                    .formatted(WANTED);

    private static final String LOCK_OTHERS =
            "select g.* from cap_group g join %s using (code) order by code for update of g"
                    .formatted(WANTED);

    /// Adds the groups that do not exist, and keeps others from changing any of them before the
    /// transaction ends.
    ///
    /// @return the amount of each group: its own, or the one given here when it is new
    public Map<String, Credits> settle(Handle transaction, Collection<Cap> caps) {
        Map<String, Cap> wanted = new HashMap<>();
        caps.forEach(cap -> wanted.putIfAbsent(cap.group(), cap));
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<Cap> groups = List.copyOf(wanted.values());
        bind(transaction.createUpdate(INSERT), groups).execute();
        Map<String, Credits> settled = lock(transaction, LOCK_AGREEING, groups);
        List<Cap> others =
                groups.stream().filter(cap -> !settled.containsKey(cap.group())).toList();
        if (!others.isEmpty()) {
            // The cap of these may be changed next, and a lock for share could not be raised while
            // another transaction has one too.
            settled.putAll(lock(transaction, LOCK_OTHERS, others));
        }
        return settled;
    }

    private static Map<String, Credits> lock(Handle transaction, String query, List<Cap> groups) {
        Map<String, Credits> locked = new HashMap<>();
        bind(transaction.createQuery(query), groups)
                .map((row, _) -> Map.entry(row.getString("code"), row.getBigDecimal("credits")))
                .forEach(row -> locked.put(row.getKey(), Credits.of(row.getValue())));
        return locked;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<Cap> caps) {
        return statement
                .bind("groups", Columns.of(caps, Cap::group))
                .bind("credits", Columns.of(caps, Cap::credits));
    }

    /// The codes of the activities of a group.
    List<String> members(Handle handle, String group) {
        return handle.createQuery(
                        "select code from activity where cap_group = :group order by code")
                .bind("group", group)
                .mapTo(String.class)
                .list();
    }

    boolean hasOthers(Handle transaction, String group, ActivityCode than) {
        return transaction
                .createQuery(
                        "select exists (select from activity where cap_group = :group and code <> :code)")
                .bind("group", group)
                .bind("code", than.value())
                .mapTo(Boolean.class)
                .one();
    }
}
