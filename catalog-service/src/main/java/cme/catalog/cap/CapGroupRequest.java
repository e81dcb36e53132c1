package cme.catalog.cap;

import cme.catalog.activity.ActivityFields;
import cme.catalog.activity.Credits;
import cme.catalog.activity.Description.Cap;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.InvalidRequest;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The request to cap a group.
@Schema(name = "CapGroupRequest")
record CapGroupRequest(@Schema(examples = "10.00") BigDecimal credits) {

    static Cap read(JsonBody body, String code) {
        if (!Cap.isGroup(code)) {
            throw new InvalidRequest("/code", "cap.group", Cap.FORM);
        }
        Credits credits =
                body.read(
                        fields -> {
                            String sent = fields.text("code", ActivityFields.MAX_CODE);
                            if (sent != null && !sent.equals(code)) {
                                fields.violation(
                                        "code", "code.differs", "The path says " + code + ".");
                            }
                            Credits amount = ActivityFields.credits(fields, "credits");
                            if (amount != null && amount.isZero()) {
                                fields.violation(
                                        "credits", "credits.range", "A cap is more than zero.");
                            }
                            return fields.required("credits", amount);
                        });
        return new Cap(code, credits);
    }
}
