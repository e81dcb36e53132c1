package cme.credit.transcript;

import cme.chassis.table.CsvTable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/// A transcript as a table to calculate with: one row for each completion, no totals in between.
/// Totals of the windows asked for, and the code, are rows at the end that name no completion.
final class TranscriptCsv {
    private static final List<String> HEADER =
            List.of(
                    "completedOn",
                    "activity",
                    "title",
                    "session",
                    "provider",
                    "category",
                    "credits",
                    "patientSafetyCredits",
                    "completion");

    private TranscriptCsv() {}

    /// @param address where the transcript can be checked
    static byte[] of(Transcript transcript, TranscriptCode code, URI address) {
        var bytes = new ByteArrayOutputStream();
        try (var table = CsvTable.of(bytes, HEADER)) {
            for (TranscriptItem item : transcript.items()) {
                table.row(
                        item.completedOn(),
                        item.activity(),
                        item.title(),
                        item.session(),
                        item.provider(),
                        item.category(),
                        item.credits(),
                        item.patientSafetyCredits(),
                        item.completion());
            }
            for (TranscriptWindow window : transcript.asked().windows()) {
                TranscriptTotal total = transcript.total(window);
                table.row(
                        null,
                        null,
                        "Total " + window,
                        null,
                        null,
                        null,
                        total.credits(),
                        total.patientSafetyCredits(),
                        null);
            }
            table.row(
                    null,
                    null,
                    "Verification code %s, to be checked at %s".formatted(code, address),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
