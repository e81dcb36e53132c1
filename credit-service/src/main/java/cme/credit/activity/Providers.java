package cme.credit.activity;

import cme.chassis.database.Columns;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// This service's copy of the catalog's providers. The catalog never removes one.
@Singleton
public final class Providers {

    /// The answer of the copy about a provider.
    public enum Answer {
        KNOWN,
        UNKNOWN,
        /// The copy has not read anything of the catalog yet.
        NOT_READ_YET
    }

    private static final String FIND =
            """
            select case
                when exists (select from provider where code = :code)
                    or exists (select from activity where provider = :code) then 'KNOWN'
                when exists (select from provider) then 'UNKNOWN'
                else 'NOT_READ_YET' end
            """;

    private static final String PUT =
            """
            insert into provider
            select * from unnest(:codes::text[], :revisions::bigint[])
            on conflict (code) do update set revision = excluded.revision
            where provider.revision < excluded.revision
            """;

    private final Jdbi jdbi;

    /// Those that were found, of which there are as many as the catalog has.
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Providers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Answer find(String code) {
        if (known.contains(code)) {
            return Answer.KNOWN;
        }
        Answer answer =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(FIND)
                                        .bind("code", code)
                                        .mapTo(Answer.class)
                                        .one());
        if (answer == Answer.KNOWN) {
            known.add(code);
        }
        return answer;
    }

    /// Stores providers that are newer than the stored ones; order and repetition do not matter.
    void put(Handle transaction, List<Provider> providers) {
        Map<String, Provider> newest = new HashMap<>();
        for (Provider provider : providers) {
            newest.merge(provider.code(), provider, (a, b) -> a.revision() > b.revision() ? a : b);
        }
        List<Provider> distinct = newest.values().stream().toList();
        transaction
                .createUpdate(PUT)
                .bind("codes", Columns.of(distinct, Provider::code))
                .bind("revisions", Columns.of(distinct, Provider::revision))
                .execute();
    }
}
