package cme.catalog.provider;

import cme.catalog.activity.ProviderCode;
import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The providers, by code.
@Singleton
public class Providers {

    private static final String UPSERT =
            """
            insert into provider (code, name, website, revision, recorded_at, recorded_by)
            values (:code, :name, :website, :revision, :at, :by)
            on conflict (code) do update set name = excluded.name, website = excluded.website,
                revision = excluded.revision, recorded_at = excluded.recorded_at,
                recorded_by = excluded.recorded_by
            where provider.revision = excluded.revision - 1
            """;

    /// Which of the codes are providers. They keep their names until the transaction is over, so
    /// that what is indexed by them cannot miss a renaming.
    public Set<String> known(Handle transaction, Collection<String> codes) {
        return new HashSet<>(
                transaction
                        .createQuery(
                                "select code from provider where code = any(:codes) order by code for share")
                        .bind("codes", codes.toArray(String[]::new))
                        .mapTo(String.class)
                        .list());
    }

    /// Every provider by its code and by its name, both in lower case; they keep them until the
    /// transaction is over. Names that several share are left out.
    public Map<String, ProviderCode> byCodeAndName(Handle transaction) {
        var byName = new HashMap<String, ProviderCode>();
        var shared = new HashSet<String>();
        var all = new ArrayList<Provider>();
        transaction
                .createQuery("select * from provider order by code for share")
                .map((row, _) -> provider(row))
                .forEach(all::add);
        for (var provider : all) {
            var name = provider.name().toLowerCase(Locale.ROOT);
            if (byName.putIfAbsent(name, new ProviderCode(provider.code())) != null) {
                shared.add(name);
            }
        }
        byName.keySet().removeAll(shared);
        all.forEach(p -> byName.put(p.code().toLowerCase(Locale.ROOT), new ProviderCode(p.code())));
        return byName;
    }

    Page<Provider> page(Handle handle, PageRequest asked) {
        var rows =
                handle.createQuery(
                                "select * from provider where code > :after order by code limit :limit")
                        .bind("after", asked.after() == null ? "" : asked.after().part(0))
                        .bind("limit", asked.rowsToFetch())
                        .map((row, _) -> provider(row))
                        .list();
        return Page.of(rows, asked, provider -> Cursor.of(provider.code()));
    }

    Optional<Provider> find(Handle handle, String code) {
        return handle.createQuery("select * from provider where code = :code")
                .bind("code", code)
                .map((row, _) -> provider(row))
                .findOne();
    }

    Optional<Provider> lock(Handle transaction, String code) {
        return transaction
                .createQuery("select * from provider where code = :code for update")
                .bind("code", code)
                .map((row, _) -> provider(row))
                .findOne();
    }

    /// @return false when it does not follow what is there
    boolean save(Handle transaction, Provider provider, String by) {
        return transaction
                        .createUpdate(UPSERT)
                        .bind("code", provider.code())
                        .bind("name", provider.name())
                        .bind("website", provider.website())
                        .bind("revision", provider.revision())
                        .bind("at", provider.updatedAt().atOffset(ZoneOffset.UTC))
                        .bind("by", by)
                        .execute()
                == 1;
    }

    private static Provider provider(ResultSet row) throws SQLException {
        return new Provider(
                row.getString("code"),
                row.getString("name"),
                row.getString("website"),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
