package cme.catalog.register;

import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Cap;
import cme.catalog.activity.Credits;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The groups with their amounts. An amount stands once, so a group cannot have two caps.
@Singleton
public class CapGroups {

    /// Makes sure that the groups exist.
    ///
    /// @return what each of them is capped at, by group: as it was, or as given here when it is new
    public Map<String, Credits> settle(Handle transaction, Collection<Cap> caps) {
        var wanted = new HashMap<String, Credits>();
        caps.forEach(cap -> wanted.putIfAbsent(cap.group(), cap.credits()));
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var groups = wanted.keySet().stream().sorted().toArray(String[]::new);
        transaction
                .createUpdate(
                        """
                        insert into cap_group (code, credits)
                        select * from unnest(:groups::text[], :credits::numeric[])
                        on conflict do nothing
                        """)
                .bind("groups", groups)
                .bind(
                        "credits",
                        Arrays.stream(groups)
                                .map(group -> wanted.get(group).toString())
                                .toArray(String[]::new))
                .execute();
        var settled = new HashMap<String, Credits>();
        transaction
                .createQuery(
                        "select code, credits from cap_group where code = any(:groups) order by code for share")
                .bind("groups", groups)
                .map((row, _) -> Map.entry(row.getString(1), Credits.of(row.getBigDecimal(2))))
                .forEach(group -> settled.put(group.getKey(), group.getValue()));
        return settled;
    }

    public Optional<Cap> find(Handle handle, String group) {
        return handle.createQuery("select credits from cap_group where code = :group")
                .bind("group", group)
                .mapTo(BigDecimal.class)
                .findOne()
                .map(credits -> new Cap(group, Credits.of(credits)));
    }

    /// What the group is capped at; empty when there is no such group.
    public Optional<Credits> lock(Handle transaction, String group) {
        return transaction
                .createQuery("select credits from cap_group where code = :group for update")
                .bind("group", group)
                .mapTo(BigDecimal.class)
                .findOne()
                .map(Credits::of);
    }

    /// The groups that stand after one, by code; all of them after the empty text.
    public List<Cap> after(Handle handle, String code, int limit) {
        return handle.createQuery(
                        "select code, credits from cap_group where code > :code order by code limit :limit")
                .bind("code", code)
                .bind("limit", limit)
                .map((row, _) -> new Cap(row.getString(1), Credits.of(row.getBigDecimal(2))))
                .list();
    }

    /// Codes of the activities of a group.
    public List<String> members(Handle handle, String group) {
        return handle.createQuery(
                        "select code from activity where cap_group = :group order by code")
                .bind("group", group)
                .mapTo(String.class)
                .list();
    }

    /// Caps the group anew. Whoever calls revises its activities in the same transaction.
    public void change(Handle transaction, Cap cap) {
        transaction
                .createUpdate("update cap_group set credits = :credits where code = :group")
                .bind("credits", cap.credits().amount())
                .bind("group", cap.group())
                .execute();
    }

    public boolean hasOthers(Handle transaction, String group, ActivityCode than) {
        return transaction
                .createQuery(
                        "select exists (select from activity where cap_group = :group and code <> :code)")
                .bind("group", group)
                .bind("code", than.value())
                .mapTo(Boolean.class)
                .one();
    }
}
