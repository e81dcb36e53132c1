package cme.catalog.provider;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Finds providers for activities that refer to them. A provider that was found keeps its name
/// until the transaction ends, because the activity is indexed by it.
@Singleton
public class ProviderNames {

    private static final String OWNS =
            """
            with fitting as (
                select provider.code, length(prefix) as size
                from provider
                cross join lateral
                    unnest(array[provider.code || '-'] || code_prefixes) as prefix
                where starts_with(:code, prefix))
            select coalesce(max(size) filter (where code = :provider) = max(size), false)
            from fitting
            """;

    private record Named(String code, String name) {}

    /// Must be called before activities are locked, because a rename locks in this order too.
    public boolean exists(Handle transaction, ProviderCode provider) {
        return transaction
                .createQuery("select code from provider where code = :code for share")
                .bind("code", provider.value())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /// As [#exists], for a proposal of the provider: its proposals wait for each other, so that
    /// they can be counted.
    public boolean lockToPropose(Handle transaction, ProviderCode provider) {
        return transaction
                .createQuery("select code from provider where code = :code for no key update")
                .bind("code", provider.value())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /// Whether a code is the provider's to give. A code belongs to the provider whose code or
    /// prefix it begins with; to the one with the longest, where several fit.
    public boolean owns(Handle handle, ProviderCode provider, String activityCode) {
        return handle.createQuery(OWNS)
                .bind("code", activityCode)
                .bind("provider", provider.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// Every provider by its code and by its name, both in lower case, without names that several
    /// share. Must be called before activities are locked.
    public Map<String, ProviderCode> byCodeAndName(Handle transaction) {
        List<Named> all =
                transaction
                        .createQuery("select code, name from provider order by code for share")
                        .map((row, _) -> new Named(row.getString(1), row.getString(2)))
                        .list();
        var found = new HashMap<String, ProviderCode>();
        Set<String> shared = new HashSet<>();
        for (Named provider : all) {
            String name = provider.name().toLowerCase(Locale.ROOT);
            if (found.putIfAbsent(name, new ProviderCode(provider.code())) != null) {
                shared.add(name);
            }
        }
        found.keySet().removeAll(shared);
        all.forEach(p -> found.put(p.code().toLowerCase(Locale.ROOT), new ProviderCode(p.code())));
        return found;
    }
}
