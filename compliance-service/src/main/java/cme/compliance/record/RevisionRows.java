package cme.compliance.record;

import static java.util.stream.Collectors.joining;

import cme.chassis.chain.CurrentRows;
import cme.chassis.chain.CurrentRows.Column;
import cme.chassis.chain.CurrentRows.Field;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Revisions of the board must agree with the event log, in which a trigger enters each of them.
final class RevisionRows {

    @Produces
    @Singleton
    static CurrentRows cycles() {
        return rows("cycle", List.of());
    }

    @Produces
    @Singleton
    static CurrentRows tracers() {
        return rows("tracer", List.of(new Column("due_year", "int")));
    }

    @Produces
    @Singleton
    static CurrentRows pathways() {
        return rows("pathway", List.of(new Column("from_date", "date")));
    }

    @Produces
    @Singleton
    static CurrentRows decisions() {
        return rows(
                "decision",
                List.of(new Column("requirement", "text"), new Column("due_year", "int")));
    }

    /// @param subject the columns that tell subjects of one diplomate apart
    private static CurrentRows rows(String kind, List<Column> subject) {
        var key = new ArrayList<Column>();
        key.add(new Column("diplomate_id", "text"));
        key.addAll(subject);
        key.add(new Column("revision", "int"));
        List<Field> within =
                key.stream()
                        .skip(1)
                        .map(
                                c ->
                                        new Field(
                                                "e.payload ->> '" + c.name() + "'",
                                                "r." + c.name() + "::text"))
                        .toList();
        String isRevision =
                within.stream()
                        .map(part -> part.current() + " = " + part.logged())
                        .collect(joining(" and "));
        return new CurrentRows(
                kind + "_revision",
                key,
                "r.diplomate_id",
                "e.type = 'cme.compliance." + kind + ".recorded'",
                within,
                "r.diplomate_id = e.key and " + isRevision,
                List.of(
                        // Columns that are added later are null in rows from before.
                        new Field(
                                "jsonb_strip_nulls(e.payload - 'recorded_at')",
                                "jsonb_strip_nulls(to_jsonb(r) - 'recorded_at')"),
                        new Field("e.recorded_at", "r.recorded_at"),
                        new Field("e.recorded_by", "r.recorded_by")));
    }
}
