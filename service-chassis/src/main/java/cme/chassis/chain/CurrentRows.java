package cme.chassis.chain;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A table with the current state of something whose revisions are all in the log. The running
/// check compares each row with the last revision of its subject, and looks whether each revision
/// has a row. A service has one bean of this type for each such table.
///
/// In the SQL, `r` is the row and `e` is an entry of the log.
///
/// @param table whose rows are `r`
/// @param key columns that tell the rows apart, in whose order they are read. Rows of one subject
///   follow each other
/// @param subject SQL: the subject of the row, as findings name it, which is the key of its entries
/// @param types SQL: whether an entry is a revision of such a row
/// @param within what tells the rows of one subject apart, as text; empty where there is one
/// @param owner SQL: whether the row is the one of an entry, by the primary key of the row
/// @param fields what must agree
public record CurrentRows(
        String table,
        List<Column> key,
        String subject,
        String types,
        List<Field> within,
        String owner,
        List<Field> fields) {

    /// A column of the key.
    public record Column(String name, String type) {}

    /// A value of the entry, and what it must be by the row. Both are SQL, and either may be null.
    public record Field(String logged, String current) {

        /// A field of the payload that is text, a number, true or false, or a list of them.
        public static Field of(String name, String current) {
            return new Field(
                    "nullif(e.payload -> '%s', 'null')".formatted(name),
                    "to_jsonb(%s)".formatted(current));
        }

        /// As [#of], for a field that entries from before it was added lack.
        public static Field ofLater(String name, String current) {
            Field field = of(name, current);
            return field.when("jsonb_exists(e.payload, '%s')".formatted(name));
        }

        /// A field of the payload that is an instant.
        public static Field ofInstant(String name, String current) {
            return new Field(
                    "case when pg_input_is_valid(e.payload ->> '%1$s', 'timestamptz') then (e.payload ->> '%1$s')::timestamptz end"
                            .formatted(name),
                    current);
        }

        /// The same, compared only under a condition.
        public Field when(String condition) {
            return new Field(
                    "case when %s then %s end".formatted(condition, logged),
                    "case when %s then %s end".formatted(condition, current));
        }
    }

    public CurrentRows {
        key = List.copyOf(key);
        within = List.copyOf(within);
        fields = List.copyOf(fields);
    }

    /// The number of the revision, which an entry has as a field of its payload.
    private static final String REVISION =
            "case when jsonb_typeof(e.payload -> 'revision') = 'number' then (e.payload ->> 'revision')::numeric end";

    /// A page of the rows after the key `:after`, an array that is empty for the first page, with
    /// whether each row agrees with its last revision, and whether that one repeats an earlier one:
    /// its number is below that of an earlier entry, or the same with other values.
    String page() {
        String agrees =
                fields.stream()
                        .map(
                                f ->
                                        "(%s) is not distinct from (%s)"
                                                .formatted(f.logged(), f.current()))
                        .collect(joining(" and "));
        String columns = list(key, Column::name);
        String ofRow = list(key, column -> "r." + column.name());
        String id = list(key, column -> "r.%s::text".formatted(column.name()));
        String after =
                IntStream.range(0, key.size())
                        .mapToObj(
                                i ->
                                        "(cast(:after as text[]))[%d]::%s"
                                                .formatted(i + 1, key.get(i).type()))
                        .collect(joining(", "));
        // All entries of the subjects at once: for each row alone, those of its subject would be
        // read again for each other row of it.
        return """
        with r as materialized (
            select * from %1$s
            where cardinality(cast(:after as text[])) = 0 or (%2$s) > (%4$s)
            order by %2$s limit :limit),
        revision as materialized (
            select e.*, %10$s as revision_number, jsonb_build_array(%11$s) as said,
                array[%12$s]::text[] as part
            from event_log e
            where e.key = any(array(select distinct (%5$s)::text from r)) and (%8$s)),
        newest as (
            select distinct on (key, part) revision.*,
                max(revision_number) over earlier as highest_before,
                lag(said) over (partition by key, part order by seq) as said_before
            from revision
            window earlier as (
                partition by key, part order by seq rows between unbounded preceding and 1 preceding)
            order by key, part, seq desc)
        select array[%3$s] as id, (%5$s)::text as subject, coalesce(e.seq, 0) as seq,
            e.seq is not null and %7$s as agrees,
            coalesce(
                e.revision_number < e.highest_before
                    or (e.revision_number = e.highest_before and e.said is distinct from e.said_before),
                false) as is_repeated
        from r left join newest e on e.key = (%5$s)::text and e.part = array[%6$s]::text[]
        order by %9$s
        """
                .formatted(
                        table,
                        columns,
                        id,
                        after,
                        subject,
                        list(within, Field::current),
                        agrees,
                        types,
                        ofRow,
                        REVISION,
                        list(fields, Field::logged),
                        list(within, Field::logged));
    }

    private static <T> String list(List<T> parts, Function<T, String> sql) {
        return parts.stream().map(sql).collect(joining(", "));
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
