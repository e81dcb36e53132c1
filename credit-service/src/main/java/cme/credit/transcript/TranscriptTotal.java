package cme.credit.transcript;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The sum of completions in a transcript.
@Schema(name = "TranscriptTotal")
record TranscriptTotal(
        BigDecimal credits,
        BigDecimal patientSafetyCredits,
        @Schema(description = "Completions whose patient-safety part is unknown and counted as 0")
                int patientSafetyUnknown) {

    private static final BigDecimal ZERO = new BigDecimal("0.00");
    static final TranscriptTotal NONE = new TranscriptTotal(ZERO, ZERO, 0);

    TranscriptTotal plus(TranscriptItem item) {
        BigDecimal safety = item.patientSafetyCredits();
        return new TranscriptTotal(
                credits.add(item.credits()),
                safety == null ? patientSafetyCredits : patientSafetyCredits.add(safety),
                safety == null ? patientSafetyUnknown + 1 : patientSafetyUnknown);
    }
}
