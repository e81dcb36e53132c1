package cme.credit.transcript;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// A transcript as a table to calculate with: one row a completion, no totals in between. Totals of
/// windows that were asked for are rows at the end that name no completion.
final class TranscriptCsv {
    private TranscriptCsv() {}

    static byte[] of(Transcript transcript) {
        StringWriter table = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
            printer.printRecord(
                    "completedOn",
                    "activity",
                    "title",
                    "provider",
                    "category",
                    "credits",
                    "patientSafetyCredits",
                    "completion");
            for (Transcript.Entry entry : transcript.entries()) {
                printer.printRecord(
                        entry.completedOn(),
                        entry.activity(),
                        harmless(entry.title()),
                        entry.provider(),
                        entry.category(),
                        entry.credits(),
                        entry.patientSafety(),
                        entry.completion());
            }
            for (Span window : transcript.asked().windows()) {
                Transcript.Total total = transcript.total(window);
                printer.printRecord(
                        null,
                        null,
                        "Total " + window,
                        null,
                        null,
                        total.credits(),
                        total.patientSafety(),
                        null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A title that begins like a formula is not to be one in the reader's spreadsheet.
    private static @Nullable String harmless(@Nullable String title) {
        boolean formula = title != null && !title.isEmpty() && "=+-@".indexOf(title.charAt(0)) >= 0;
        return formula ? "'" + title : title;
    }
}
