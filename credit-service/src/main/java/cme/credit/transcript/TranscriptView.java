package cme.credit.transcript;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A transcript as JSON.
@Schema(name = "Transcript")
record TranscriptView(
        String diplomateId,
        @Schema(examples = "Maria Lopez-Garcia") @Nullable String name,
        @Schema(description = "The ledger as it stood then") Instant asOf,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<TranscriptItem> items,
        List<YearTotal> years,
        @Schema(description = "Those asked for, in that order") List<WindowTotal> windows,
        TranscriptTotal total) {

    @Schema(name = "TranscriptYear")
    record YearTotal(
            @Schema(examples = "2026") int year,
            BigDecimal credits,
            BigDecimal patientSafetyCredits,
            int patientSafetyUnknown) {

        static YearTotal of(int year, TranscriptTotal total) {
            return new YearTotal(
                    year,
                    total.credits(),
                    total.patientSafetyCredits(),
                    total.patientSafetyUnknown());
        }
    }

    @Schema(name = "TranscriptWindow")
    record WindowTotal(
            LocalDate from,
            LocalDate to,
            BigDecimal credits,
            BigDecimal patientSafetyCredits,
            int patientSafetyUnknown) {

        static WindowTotal of(TranscriptWindow window, TranscriptTotal total) {
            return new WindowTotal(
                    window.from(),
                    window.to(),
                    total.credits(),
                    total.patientSafetyCredits(),
                    total.patientSafetyUnknown());
        }
    }

    static TranscriptView of(Transcript transcript) {
        return new TranscriptView(
                transcript.diplomateId(),
                transcript.name(),
                transcript.asOf(),
                transcript.asked().from(),
                transcript.asked().to(),
                transcript.items(),
                transcript.totalsByYear().entrySet().stream()
                        .map(year -> YearTotal.of(year.getKey(), year.getValue()))
                        .toList(),
                transcript.asked().windows().stream()
                        .map(window -> WindowTotal.of(window, transcript.total(window)))
                        .toList(),
                transcript.total());
    }
}
