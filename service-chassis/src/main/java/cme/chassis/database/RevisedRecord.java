package cme.chassis.database;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A record that people edit one at a time. Its revision is 1 when it is new and grows by one with
/// every change; it is also the ETag.
@MappedSuperclass
public abstract class RevisedRecord {

    @Version
    @Column(nullable = false)
    private int revision = 1;

    @Column(name = "recorded_at", nullable = false)
    private Instant recordedAt = Instant.EPOCH;

    @Column(name = "recorded_by", nullable = false)
    private String recordedBy = "";

    /// The number of the current revision. After a change it is correct once the session is
    /// flushed.
    public int revision() {
        return revision;
    }

    /// When the current revision was recorded, in whole microseconds.
    public Instant recordedAt() {
        return recordedAt;
    }

    /// The subject of the token that recorded the current revision.
    public String recordedBy() {
        return recordedBy;
    }

    /// Notes a change. The instants of one record strictly grow, even if the clock does not advance
    /// or goes back, so that "as known at" an instant means one revision.
    protected void recorded(Instant now, String by) {
        Instant next = recordedAt.plus(1, ChronoUnit.MICROS);
        recordedAt = now.isBefore(next) ? next : now;
        recordedBy = by;
    }
}
