package cme.credit.transcript;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// A transcript as a table to calculate with: one row for each completion, no totals in between.
/// Totals of the windows asked for are rows at the end that name no completion.
final class TranscriptCsv {
    private TranscriptCsv() {}

    static byte[] of(Transcript transcript) {
        StringWriter table = new StringWriter();
        try (var printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
            printer.printRecord(
                    "completedOn",
                    "activity",
                    "title",
                    "session",
                    "provider",
                    "category",
                    "credits",
                    "patientSafetyCredits",
                    "completion");
            for (TranscriptItem item : transcript.items()) {
                printer.printRecord(
                        item.completedOn(),
                        item.activity(),
                        harmless(item.title()),
                        harmless(item.session()),
                        item.provider(),
                        item.category(),
                        item.credits(),
                        item.patientSafetyCredits(),
                        item.completion());
            }
            for (TranscriptWindow window : transcript.asked().windows()) {
                TranscriptTotal total = transcript.total(window);
                printer.printRecord(
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Keeps text that begins like a formula from being one in the reader's spreadsheet.
    private static @Nullable String harmless(@Nullable String text) {
        boolean formula = text != null && !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
