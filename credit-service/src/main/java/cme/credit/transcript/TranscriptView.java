package cme.credit.transcript;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A transcript as JSON.
@Schema(name = "Transcript")
record TranscriptView(
        @Schema(examples = "012345") String diplomateId,
        @Schema(examples = "Maria Lopez-Garcia", nullable = true) @Nullable String name,
        @Schema(description = "The ledger as it stood then") Instant asOf,
        @Schema(nullable = true) @Nullable LocalDate from,
        @Schema(nullable = true) @Nullable LocalDate to,
        List<Item> items,
        List<YearTotal> years,
        @Schema(description = "Those asked for, in that order") List<WindowTotal> windows,
        TotalView total) {

    @Schema(name = "TranscriptItem")
    record Item(
            UUID completion,
            @Schema(examples = "2026-10-04") LocalDate completedOn,
            @Schema(examples = "ASPS-VTE-PREVENTION", nullable = true) @Nullable String activity,
            String title,
            @Schema(examples = "ASPS", nullable = true) @Nullable String provider,
            @Schema(examples = "AMA_PRA_1", nullable = true) @Nullable String category,
            @Schema(examples = "1.5") BigDecimal credits,
            @Schema(examples = "1.5", nullable = true) @Nullable BigDecimal patientSafetyCredits) {

        static Item of(Transcript.Entry entry) {
            return new Item(
                    entry.completion(),
                    entry.completedOn(),
                    entry.activity(),
                    entry.title(),
                    entry.provider(),
                    entry.category(),
                    entry.credits().amount(),
                    entry.patientSafety() == null ? null : entry.patientSafety().amount());
        }
    }

    @Schema(name = "TranscriptYear")
    record YearTotal(
            @Schema(examples = "2026") int year,
            BigDecimal credits,
            BigDecimal patientSafetyCredits,
            int patientSafetyUnknown) {}

    @Schema(name = "TranscriptWindow")
    record WindowTotal(
            LocalDate from,
            LocalDate to,
            BigDecimal credits,
            BigDecimal patientSafetyCredits,
            int patientSafetyUnknown) {

        static WindowTotal of(Span window, Transcript.Total total) {
            return new WindowTotal(
                    window.from(),
                    window.to(),
                    total.credits(),
                    total.patientSafety(),
                    total.unknown());
        }
    }

    @Schema(name = "TranscriptTotal")
    record TotalView(
            BigDecimal credits,
            BigDecimal patientSafetyCredits,
            @Schema(
                            description =
                                    "Completions whose patient-safety part is unknown and counted as 0")
                    int patientSafetyUnknown) {}

    static TranscriptView of(Transcript transcript) {
        Transcript.Total total = transcript.total();
        return new TranscriptView(
                transcript.diplomateId(),
                transcript.name(),
                transcript.asOf(),
                transcript.asked().from(),
                transcript.asked().to(),
                transcript.entries().stream().map(Item::of).toList(),
                transcript.totalsByYear().entrySet().stream()
                        .map(
                                year ->
                                        new YearTotal(
                                                year.getKey(),
                                                year.getValue().credits(),
                                                year.getValue().patientSafety(),
                                                year.getValue().unknown()))
                        .toList(),
                transcript.asked().windows().stream()
                        .map(window -> WindowTotal.of(window, transcript.total(window)))
                        .toList(),
                new TotalView(total.credits(), total.patientSafety(), total.unknown()));
    }
}
