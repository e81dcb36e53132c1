package cme.compliance.record;

import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.compliance.InstantCursor;
import cme.compliance.rules.DiplomateId;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import java.time.Instant;
import java.util.List;

/// A table of revisions, for changes and questions about one diplomate. [Records] reads many.
public interface Revisions<K, V, E extends RevisionEntity<K, V>, I>
        extends PanacheRepositoryBase<E, I> {

    default History<K, V> of(DiplomateId diplomate) {
        return new History<>(
                list("id.diplomateId = ?1 order by id.revision", diplomate.value()).stream()
                        .map(RevisionEntity::revision)
                        .toList());
    }

    /// A page of all revisions, oldest first. No two revisions of a diplomate have the same instant
    /// ([Recording#next]).
    default Page<Revision<K, V>> page(DiplomateId diplomate, Fields query) {
        PageRequest asked = InstantCursor.page(query);
        query.complete();
        Instant after = InstantCursor.after(asked);
        List<Revision<K, V>> rows =
                find(
                                "id.diplomateId = ?1 and recordedAt > ?2 order by recordedAt",
                                diplomate.value(),
                                after == null ? Instant.EPOCH : after)
                        .range(0, asked.rowsToFetch() - 1)
                        .stream()
                        .map(RevisionEntity::revision)
                        .toList();
        return Page.of(rows, asked, revision -> InstantCursor.of(revision.recordedAt()));
    }
}
