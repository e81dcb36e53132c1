package cme.catalog.reference;

import cme.chassis.http.PageRequest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import jakarta.persistence.LockModeType;

import java.util.List;
import java.util.Optional;

/// The records of one kind of reference data.
public interface ReferenceRecords<E> extends PanacheRepositoryBase<E, String> {

    default Optional<E> lock(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }

    /// The records after the cursor, by code; one more than the page holds.
    default <V> List<V> listAfter(PageRequest asked, Class<V> view) {
        return find("code > ?1 order by code", asked.after() == null ? "" : asked.after().part(0))
                .project(view)
                .range(0, asked.rowsToFetch() - 1)
                .list();
    }
}
