package cme.catalog.editing;

import cme.catalog.activity.Approval;
import cme.catalog.register.ApprovalFields;
import cme.chassis.json.JsonBody;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An approval that is given or changed.
///
/// @param reason why; null when it was not sent
record ApprovalRequest(Approval approval, @Nullable String reason) {

    /// @param id of the approval that is changed, or of the one to be
    static ApprovalRequest read(JsonBody body, UUID id) {
        return body.read(
                fields -> {
                    var sent = fields.text("id", 100);
                    if (sent != null && !sent.equals(id.toString())) {
                        fields.violation(
                                "id", "id.differs", "The register gives approvals their id.");
                    }
                    return new ApprovalRequest(
                            ApprovalFields.read(fields, id),
                            fields.text("reason", ActivityRequest.MAX_REASON));
                });
    }
}
