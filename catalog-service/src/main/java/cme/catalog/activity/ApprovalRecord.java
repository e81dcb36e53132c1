package cme.catalog.activity;

import cme.catalog.activity.Approval.Purpose;
import cme.catalog.procedure.ProcedureCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of an approval. It has no revision of its own: its activity gets one.
@Entity
@Table(name = "approval")
class ApprovalRecord {

    @Id private UUID id;
    private String activity;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String[] procedures;

    @Column(name = "from_date")
    private LocalDate from;

    @Column(name = "until_date")
    private @Nullable LocalDate until;

    /// For Hibernate.
    ApprovalRecord() {}

    ApprovalRecord(ActivityCode activity, Approval approval) {
        this.id = approval.id();
        this.activity = activity.value();
        change(approval);
    }

    UUID id() {
        return id;
    }

    final void change(Approval approval) {
        purpose = approval.purpose();
        String[] codes =
                approval.procedures().stream().map(ProcedureCode::value).toArray(String[]::new);
        if (!Arrays.equals(procedures, codes)) {
            procedures = codes;
        }
        from = approval.span().from();
        until = approval.span().until();
    }
}
