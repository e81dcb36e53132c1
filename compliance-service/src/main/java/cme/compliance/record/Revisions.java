package cme.compliance.record;

import cme.compliance.rules.DiplomateId;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/// A table of revisions, for changes and questions about one diplomate. [Records] reads many.
public interface Revisions<K, V, E extends RevisionEntity<K, V>, I>
        extends PanacheRepositoryBase<E, I> {

    default History<K, V> of(DiplomateId diplomate) {
        return new History<>(
                list("id.diplomateId = ?1 order by id.revision", diplomate.value()).stream()
                        .map(RevisionEntity::revision)
                        .toList());
    }
}
