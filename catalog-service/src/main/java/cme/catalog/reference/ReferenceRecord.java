package cme.catalog.reference;

import cme.chassis.database.RevisedRecord;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import java.time.Instant;

/// A record of reference data, named by its code.
///
/// @param <R> the request that the board puts
/// @param <V> the view of the record
@MappedSuperclass
public abstract class ReferenceRecord<R, V> extends RevisedRecord {

    @Id private String code = "";

    /// For Hibernate.
    protected ReferenceRecord() {}

    protected ReferenceRecord(String code) {
        this.code = code;
    }

    protected String code() {
        return code;
    }

    protected abstract boolean says(R request);

    protected abstract void take(R request);

    protected abstract V view();

    final void change(R request, Instant now, String by) {
        take(request);
        recorded(now, by);
    }
}
