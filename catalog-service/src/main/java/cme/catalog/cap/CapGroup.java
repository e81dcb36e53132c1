package cme.catalog.cap;

import cme.catalog.activity.Cap;
import cme.chassis.http.ETag;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A group of activities that count at most so many credits together in one window.
@Schema(name = "CapGroup")
record CapGroup(
        @Schema(examples = "IHI-PATIENT-SAFETY") String code,
        @Schema(examples = "10.00") BigDecimal credits) {

    static CapGroup of(Cap cap) {
        return new CapGroup(cap.group(), cap.credits().amount());
    }

    /// The amount is all that can change.
    ETag tag() {
        return new ETag(credits.toPlainString());
    }
}
