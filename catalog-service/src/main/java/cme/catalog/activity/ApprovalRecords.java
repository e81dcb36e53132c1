package cme.catalog.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import jakarta.inject.Singleton;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// The rows of approvals of activities that are edited one at a time.
@Singleton
class ApprovalRecords implements PanacheRepositoryBase<ApprovalRecord, UUID> {

    /// Makes the rows say what the activity is approved for.
    void replace(Activity activity) {
        Map<UUID, ApprovalRecord> obsolete = new HashMap<>();
        list("activity", activity.code().value()).forEach(row -> obsolete.put(row.id(), row));
        for (Approval approval : activity.approvals()) {
            ApprovalRecord row = obsolete.remove(approval.id());
            if (row == null) {
                persist(new ApprovalRecord(activity.code(), approval));
            } else {
                row.change(approval);
            }
        }
        obsolete.values().forEach(this::delete);
        flush();
    }
}
