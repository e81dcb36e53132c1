package cme.compliance.calendar;

import cme.chassis.database.RevisedRecord;
import cme.compliance.rules.DiplomateId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address under which a calendar program reads the deadlines of a diplomate.
@Entity
class CalendarFeed extends RevisedRecord {

    @Id private UUID id = new UUID(0, 0);

    private String diplomateId = "";
    private String secretHash = "";
    private Instant createdAt = Instant.EPOCH;
    private String createdBy = "";
    private @Nullable Instant revokedAt;
    private @Nullable String reason;

    /// For Hibernate.
    protected CalendarFeed() {}

    CalendarFeed(DiplomateId diplomate, FeedSecret secret, Instant now, String by) {
        id = UUID.randomUUID();
        diplomateId = diplomate.value();
        secretHash = secret.hash();
        recorded(now, by);
        createdAt = recordedAt();
        createdBy = by;
    }

    boolean isOf(DiplomateId diplomate) {
        return diplomateId.equals(diplomate.value());
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void revoke(String why, Instant now, String by) {
        recorded(now, by);
        revokedAt = recordedAt();
        reason = why;
    }

    DiplomateId diplomate() {
        return new DiplomateId(diplomateId);
    }

    CalendarFeedView view() {
        return new CalendarFeedView(id, revision(), createdAt, createdBy);
    }
}
