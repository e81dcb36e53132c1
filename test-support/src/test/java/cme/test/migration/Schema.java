package cme.test.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything in a database that an instance of a service can depend on, as PostgreSQL describes
/// it.
///
/// @param items by name, such as `column completion.credits`
record Schema(Map<String, Item> items) {

    /// @param of the table that it belongs to; empty for a table itself
    /// @param definition what has to stay as it is
    /// @param trouble what it does to writers of a table that was there before; empty if nothing
    /// @param columns the columns that a check or a foreign key looks at, if it looks at no others
    record Item(String of, String definition, String trouble, List<String> columns) {}

    private static final String READ =
            """
            with relation as (
                select oid, relname, relkind from pg_class
                where relnamespace in ('public'::regnamespace, to_regnamespace('projection_shadow'))
            )
            select 'table ' || relname, '', relkind::text, '', '{}'::text[]
            from relation where relkind in ('r', 'p', 'S')
            union all
            select 'view ' || relname, '', pg_get_viewdef(oid), '', '{}'
            from relation where relkind in ('v', 'm')
            union all
            select 'column ' || relname || '.' || attname, 'table ' || relname,
                concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
                    'default ' || pg_get_expr(adbin, adrelid), nullif(attidentity, ''), nullif(attgenerated, '')),
                case when attnotnull and not atthasdef and attidentity = ''
                    then 'may not be null and has no default' else '' end, '{}'
            from pg_attribute join relation on relation.oid = attrelid
                left join pg_attrdef on adrelid = attrelid and adnum = attnum
            where relkind in ('r', 'p') and attnum > 0 and not attisdropped
            union all
            select 'constraint ' || relname || '.' || conname, 'table ' || relname, pg_get_constraintdef(con.oid),
                'refuses what is written without knowing it',
                case when contype in ('c', 'f') then array(
                    select 'column ' || relname || '.' || attname
                    from pg_attribute where attrelid = conrelid and attnum = any(conkey)) else '{}' end
            from pg_constraint con join relation on relation.oid = conrelid where contype <> 'n'
            union all
            select 'index ' || indexrelid::regclass, 'table ' || relname, pg_get_indexdef(indexrelid),
                case when indisunique then 'refuses what is written without knowing it' else '' end, '{}'
            from pg_index join relation on relation.oid = indrelid
            where not exists (select from pg_constraint where conindid = indexrelid)
            union all
            select 'trigger ' || relname || '.' || tgname, 'table ' || relname, pg_get_triggerdef(t.oid), '', '{}'
            from pg_trigger t join relation on relation.oid = tgrelid where not tgisinternal
            union all
            select 'function ' || f.oid::regprocedure, '', pg_get_functiondef(f.oid), '', '{}'
            from pg_proc f where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
                and not exists (select from pg_depend where objid = f.oid and deptype = 'e')
            """;

    static Schema of(Connection connection) throws SQLException {
        var items = new LinkedHashMap<String, Item>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(READ)) {
            while (rows.next()) {
                items.put(
                        rows.getString(1),
                        new Item(
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                List.of((String[]) rows.getArray(5).getArray())));
            }
        }
        return new Schema(items);
    }

    /// What instances that know this schema notice of a later one: an item that is gone or
    /// different, or a new one that refuses what they write. Each line begins with the name of the
    /// item.
    List<String> disturbances(Schema later) {
        var lines = new ArrayList<String>();
        items.forEach(
                (name, item) -> {
                    var now = later.items.get(name);
                    if (now == null) {
                        lines.add(name + ": is gone");
                    } else if (!now.definition.equals(item.definition)) {
                        lines.add(name + ": was " + item.definition + ", is " + now.definition);
                    }
                });
        later.items.forEach(
                (name, item) -> {
                    if (!items.containsKey(name) && disturbs(item)) {
                        lines.add(name + ": " + item.trouble);
                    }
                });
        return lines;
    }

    /// A check or a foreign key of nothing but new columns disturbs nobody.
    private boolean disturbs(Item added) {
        var looksAtOld =
                added.columns.isEmpty() || added.columns.stream().anyMatch(items::containsKey);
        return items.containsKey(added.of) && !added.trouble.isEmpty() && looksAtOld;
    }
}
