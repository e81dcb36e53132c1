package cme.catalog.cap;

import cme.catalog.activity.Credits;
import cme.catalog.activity.Description.Cap;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.math.BigDecimal;

/// A group of activities that count at most so many credits together in one window. It has no
/// revisions: the amount is all that can change.
@Entity
@Table(name = "cap_group")
class CapGroup {

    @Id private String code = "";
    private BigDecimal credits = BigDecimal.ZERO;

    /// For Hibernate.
    CapGroup() {}

    CapGroup(Cap cap) {
        this.code = cap.group();
        this.credits = cap.credits().amount();
    }

    boolean isCappedAt(Credits amount) {
        return amount.equals(Credits.of(credits));
    }

    void capAt(Credits amount) {
        credits = amount.amount();
    }

    CapGroupView view() {
        return new CapGroupView(code, credits);
    }
}
