package cme.catalog.reference;

import cme.chassis.chain.CurrentRows;
import cme.chassis.chain.CurrentRows.Column;
import cme.chassis.chain.CurrentRows.Field;

import java.util.ArrayList;
import java.util.List;

/// Reference data must agree with the last revisions in the event log.
public final class ReferenceRows {

    private ReferenceRows() {}

    /// @param fields what must agree besides revision, time and author
    public static CurrentRows of(String table, String eventType, List<Field> fields) {
        var all = new ArrayList<>(fields);
        all.add(Field.of("revision", "r.revision"));
        all.add(Field.ofInstant("updatedAt", "r.recorded_at"));
        all.add(new Field("e.recorded_by", "r.recorded_by"));
        return new CurrentRows(
                table,
                List.of(new Column("code", "text")),
                "r.code",
                "e.type = '" + eventType + "'",
                List.of(),
                "r.code = e.key",
                all);
    }
}
