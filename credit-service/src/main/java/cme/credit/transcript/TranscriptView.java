package cme.credit.transcript;

import java.math.BigDecimal;
import java.net.URI;
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
        TranscriptTotal total,
        @Schema(description = "How anybody can check it") Verification verification) {

    @Schema(name = "TranscriptVerificationCode")
    record Verification(
            @Schema(examples = "3f2a-91c4-0b7e-55d2-a8e1-6c30-9f4d-b217") String code,
            @Schema(
                            examples =
                                    "https://cme.example/v1/transcripts/verifications/3f2a-91c4-0b7e-55d2-a8e1-6c30-9f4d-b217",
                            description = "Answers whether it still holds")
                    URI url) {}

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

    static List<WindowTotal> windows(Transcript transcript) {
        return transcript.asked().windows().stream()
                .map(window -> WindowTotal.of(window, transcript.total(window)))
                .toList();
    }

    /// @param address where the transcript can be checked
    static TranscriptView of(Transcript transcript, TranscriptCode code, URI address) {
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
                windows(transcript),
                transcript.total(),
                new Verification(code.toString(), address));
    }
}
