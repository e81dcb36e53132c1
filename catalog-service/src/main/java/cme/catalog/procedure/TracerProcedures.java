package cme.catalog.procedure;

import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The tracer procedures, by code.
@Singleton
public class TracerProcedures {

    private static final String UPSERT =
            """
            insert into tracer_procedure (
                code, name, module, synonyms, source, revision, recorded_at, recorded_by)
            values (:code, :name, :module, :synonyms, :source, :revision, :at, :by)
            on conflict (code) do update set name = excluded.name, module = excluded.module,
                synonyms = excluded.synonyms, source = excluded.source,
                revision = excluded.revision, recorded_at = excluded.recorded_at,
                recorded_by = excluded.recorded_by
            where tracer_procedure.revision = excluded.revision - 1
            """;

    /// Which of the codes are tracer procedures. They keep their names until the transaction is
    /// over, so that what is indexed by them cannot miss a renaming.
    public Set<String> known(Handle transaction, Collection<String> codes) {
        return new HashSet<>(
                transaction
                        .createQuery(
                                "select code from tracer_procedure where code = any(:codes) order by code for share")
                        .bind("codes", codes.toArray(String[]::new))
                        .mapTo(String.class)
                        .list());
    }

    Page<TracerProcedure> page(Handle handle, PageRequest asked) {
        var rows =
                handle.createQuery(
                                "select * from tracer_procedure where code > :after order by code limit :limit")
                        .bind("after", asked.after() == null ? "" : asked.after().part(0))
                        .bind("limit", asked.rowsToFetch())
                        .map((row, _) -> procedure(row))
                        .list();
        return Page.of(rows, asked, procedure -> Cursor.of(procedure.code()));
    }

    Optional<TracerProcedure> find(Handle handle, String code) {
        return handle.createQuery("select * from tracer_procedure where code = :code")
                .bind("code", code)
                .map((row, _) -> procedure(row))
                .findOne();
    }

    Optional<TracerProcedure> lock(Handle transaction, String code) {
        return transaction
                .createQuery("select * from tracer_procedure where code = :code for update")
                .bind("code", code)
                .map((row, _) -> procedure(row))
                .findOne();
    }

    /// @return false when it does not follow what is there
    boolean save(Handle transaction, TracerProcedure procedure, String by) {
        return transaction
                        .createUpdate(UPSERT)
                        .bind("code", procedure.code())
                        .bind("name", procedure.name())
                        .bind("module", procedure.module())
                        .bind("synonyms", procedure.synonyms().toArray(String[]::new))
                        .bind("source", procedure.source())
                        .bind("revision", procedure.revision())
                        .bind("at", procedure.updatedAt().atOffset(ZoneOffset.UTC))
                        .bind("by", by)
                        .execute()
                == 1;
    }

    private static TracerProcedure procedure(ResultSet row) throws SQLException {
        return new TracerProcedure(
                row.getString("code"),
                row.getString("name"),
                TracerProcedure.Module.valueOf(row.getString("module")),
                List.of((String[]) row.getArray("synonyms").getArray()),
                row.getString("source"),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
