package cme.compliance.record;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of a table of revisions. Rows are added and never changed.
@MappedSuperclass
public abstract class RevisionEntity<K, V> {

    private Instant recordedAt = Instant.EPOCH;

    private String recordedBy = "";

    protected RevisionEntity() {}

    protected RevisionEntity(Revision<K, V> added) {
        recordedAt = added.recordedAt();
        recordedBy = added.recordedBy();
    }

    protected Instant recordedAt() {
        return recordedAt;
    }

    protected String recordedBy() {
        return recordedBy;
    }

    protected abstract Revision<K, V> revision();

    /// @param value null in a row that takes the subject back
    /// @param reason why it was taken back; not looked at in other rows
    protected Revision<K, V> revision(
            K subject, int number, @Nullable V value, @Nullable String reason) {
        return Revision.stored(subject, number, value, reason, recordedAt, recordedBy);
    }
}
