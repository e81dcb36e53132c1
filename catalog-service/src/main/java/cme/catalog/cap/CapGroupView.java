package cme.catalog.cap;

import cme.chassis.http.ETag;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The answer with a cap group.
@Schema(name = "CapGroup")
record CapGroupView(
        @Schema(examples = "IHI-PATIENT-SAFETY") String code,
        @Schema(examples = "10.00") BigDecimal credits) {

    /// The amount is all that can change.
    ETag tag() {
        return new ETag(credits.toPlainString());
    }
}
