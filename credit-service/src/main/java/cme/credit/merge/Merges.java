package cme.credit.merge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The merges that the board has stated. None is ever removed.
@Singleton
class Merges implements PanacheRepositoryBase<Merge, UUID> {
    private static final String WITH_MERGED =
            """
            with recursive merged as (
                select cast(:diplomate as text) as diplomate_id
                union
                select m.diplomate_id from identity_merge m join merged on m.into_id = merged.diplomate_id
                where m.withdrawn_at is null)
            select diplomate_id from merged
            """;

    /// The merge in force, or else the one that was withdrawn last.
    Optional<Merge> latest(String diplomateId) {
        return find("diplomateId = ?1 order by withdrawnAt desc nulls first", diplomateId)
                .firstResultOptional();
    }

    /// The diplomate and everyone who was merged into this one, also by way of others.
    List<String> withMerged(String diplomateId) {
        return getSession()
                .createNativeQuery(WITH_MERGED, String.class)
                .setParameter("diplomate", diplomateId)
                .list();
    }
}
