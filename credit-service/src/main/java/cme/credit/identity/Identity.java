package cme.credit.identity;

import cme.chassis.database.RevisedRecord;
import cme.credit.matching.FamilyName;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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

    private @Nullable String insistence;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    /// For Hibernate.
    protected Identity() {}

    Identity(
            String diplomateId,
            IdentityRequest request,
            @Nullable String insistence,
            Instant now,
            String by) {
        this.diplomateId = diplomateId;
        describe(request, insistence, now, by);
    }

    String diplomateId() {
        return diplomateId;
    }

    @Nullable String npi() {
        return npi;
    }

    /// @param why the board's reason to insist that this is nobody else; null when nobody looks
    ///   alike
    void describe(IdentityRequest request, @Nullable String why, Instant now, String by) {
        insistence = why;
        npi = request.npi();
        givenName = request.givenName();
        familyName = request.familyName();
        birthMonthDay = request.birthMonthDayText();
        nameKeys = FamilyName.of(familyName).keys().toArray(String[]::new);
        erasedAt = null;
        recorded(now, by);
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /// Nothing is left but the number and whose number it is now.
    void erase(Instant now, String by) {
        npi = null;
        givenName = null;
        familyName = "";
        birthMonthDay = null;
        nameKeys = new String[0];
        insistence = null;
        recorded(now, by);
        erasedAt = recordedAt();
    }

    /// Everything of this diplomate belongs to the remaining number from now on, which may be this
    /// one's own again.
    void redirect(String remaining, Instant now, String by) {
        mergedInto = remaining.equals(diplomateId) ? null : remaining;
        insistence = null;
        recorded(now, by);
    }

    IdentityView toView() {
        return new IdentityView(
                diplomateId,
                npi,
                givenName,
                isErased() ? null : familyName,
                birthMonthDay,
                mergedInto,
                insistence,
                revision(),
                recordedAt(),
                erasedAt);
    }
}
