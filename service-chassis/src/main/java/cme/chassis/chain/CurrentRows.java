package cme.chassis.chain;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// A table with the current state of something whose revisions are all in the log. The running
/// check compares each row with the last revision of its subject, and looks whether each revision
/// has a row. A service has one bean of this type for each such table.
///
/// In the SQL, `r` is the row and `e` is an entry of the log.
///
/// @param table whose rows are `r`
/// @param id the column of the primary key
/// @param idType its type
/// @param subject SQL: the subject of the row, as findings name it
/// @param types SQL: whether an entry is a revision of such a row
/// @param revises SQL: whether an entry is a revision of the row, with the key of the entry first,
///   by which it is found
/// @param owner SQL: whether the row is the one of an entry, by the primary key of the row
/// @param fields what must agree
public record CurrentRows(
        String table,
        String id,
        String idType,
        String subject,
        String types,
        String revises,
        String owner,
        List<Field> fields) {

    /// A field of the payload, and SQL for what it must be by the row; either may be null.
    ///
    /// @param logged SQL: the value in the entry, of a type that can be compared
    public record Field(String logged, String current) {

        /// A field of the payload that is text, a number or true or false there.
        public static Field of(String name, String current) {
            return new Field(
                    "nullif(e.payload -> '%s', 'null')".formatted(name),
                    "to_jsonb(%s)".formatted(current));
        }

        /// A field of the payload that is an instant.
        public static Field ofInstant(String name, String current) {
            return new Field(
                    "case when pg_input_is_valid(e.payload ->> '%1$s', 'timestamptz') then (e.payload ->> '%1$s')::timestamptz end"
                            .formatted(name),
                    current);
        }
    }

    public CurrentRows {
        fields = List.copyOf(fields);
    }

    /// A page of the rows after `:after`, with whether each agrees with its last revision.
    String page() {
        String agrees =
                fields.stream()
                        .map(f -> "(%s) is not distinct from (%s)".formatted(f.logged(), f.current()))
                        .collect(joining(" and "));
        return """
        select r.%2$s::text as id, (%4$s)::text as subject, coalesce(e.seq, 0) as seq,
            e.seq is not null and %6$s as agrees
        from (
            select * from %1$s
            where cast(:after as text) is null or %2$s > cast(:after as %3$s)
            order by %2$s limit :limit) as r
        left join lateral (
            select * from event_log e where (%5$s) and (%7$s) order by e.seq desc limit 1) as e on true
        order by r.%2$s
        """
                .formatted(table, id, idType, subject, revises, agrees, types);
    }

    /// Entries between `:after` and `:end` that have no row.
    String missing() {
        return """
        select e.seq, e.key as subject from event_log e
        where e.seq > :after and e.seq <= :end and (%3$s)
            and not exists (select 1 from %1$s r where %2$s)
        order by e.seq limit :limit
        """
                .formatted(table, owner, types);
    }
}
