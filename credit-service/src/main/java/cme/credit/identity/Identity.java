package cme.credit.identity;

import cme.chassis.database.RevisedRecord;
import cme.credit.matching.NameFolding;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A diplomate as the board names them.
@Entity
@Table(name = "identity")
@AttributeOverride(name = "recordedAt", column = @Column(name = "updated_at", nullable = false))
@AttributeOverride(name = "recordedBy", column = @Column(name = "updated_by", nullable = false))
class Identity extends RevisedRecord {
    @Id
    @Column(name = "diplomate_id")
    private String diplomateId = "";

    private @Nullable String npi;

    @Column(name = "given_name")
    private @Nullable String givenName;

    @Column(name = "family_name", nullable = false)
    private String familyName = "";

    @Column(name = "birth_month_day")
    private @Nullable String birthMonthDay;

    @Column(name = "name_keys", columnDefinition = "text[]", nullable = false)
    private String[] nameKeys = {};

    @Column(name = "merged_into")
    private @Nullable String mergedInto;

    /// For Hibernate.
    protected Identity() {}

    Identity(String diplomateId, IdentityRequest request, Instant now, String by) {
        this.diplomateId = diplomateId;
        describe(request, now, by);
    }

    String diplomateId() {
        return diplomateId;
    }

    @Nullable String npi() {
        return npi;
    }

    boolean isDescribedBy(IdentityRequest request) {
        return Objects.equals(npi, request.npi())
                && Objects.equals(givenName, request.givenName())
                && familyName.equals(request.familyName())
                && Objects.equals(birthMonthDay, request.birthMonthDayText());
    }

    void describe(IdentityRequest request, Instant now, String by) {
        npi = request.npi();
        givenName = request.givenName();
        familyName = request.familyName();
        birthMonthDay = request.birthMonthDayText();
        nameKeys = NameFolding.keys(familyName).toArray(String[]::new);
        recorded(now, by);
    }

    /// Everything of this diplomate belongs to the remaining number from now on, which may be this
    /// one's own again.
    void redirect(String remaining, Instant now, String by) {
        mergedInto = remaining.equals(diplomateId) ? null : remaining;
        recorded(now, by);
    }

    IdentityView toView() {
        return new IdentityView(
                diplomateId,
                npi,
                givenName,
                familyName,
                birthMonthDay,
                mergedInto,
                revision(),
                recordedAt());
    }
}
