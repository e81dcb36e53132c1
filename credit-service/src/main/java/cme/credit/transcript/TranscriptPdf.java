package cme.credit.transcript;

import cme.credit.transcript.TaggedTable.Column;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Font;

/// A transcript as pages to be printed or sent.
final class TranscriptPdf {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm z", Locale.US)
                    .withZone(ZoneId.of("America/New_York"));
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.US);

    private static final String TITLE = "Transcript of continuing medical education";
    private static final float GAP = 8;

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("Completed", 1.4f, false),
                    new Column("Activity", 5.2f, false),
                    new Column("Provider", 1.6f, false),
                    new Column("Category", 1.8f, false),
                    new Column("Credits", 1.2f, true),
                    new Column("Patient safety", 1.6f, true));

    private static final List<Column> TOTALS =
            List.of(
                    new Column("Total", 10, false),
                    new Column("Credits", 1.2f, true),
                    new Column("Patient safety", 1.6f, true));

    private TranscriptPdf() {}

    /// @param address where the transcript can be checked
    static byte[] of(Transcript transcript, TranscriptCode code, URI address) {
        var bytes = new ByteArrayOutputStream();
        try (var pages = new TaggedPages(TITLE, whose(transcript), bytes)) {
            addHead(pages, transcript);
            addCompletions(pages, transcript);
            addTotals(pages, transcript);
            addNotes(pages, transcript);
            addVerification(pages, code, address);
        }
        return bytes.toByteArray();
    }

    private static String whose(Transcript transcript) {
        String id = "Diplomate " + transcript.diplomateId();
        return transcript.name() == null ? id : transcript.name() + ", " + id;
    }

    private static void addHead(TaggedPages pages, Transcript transcript) {
        pages.add("H1", TITLE, PdfFonts.TITLE, 0);
        pages.add("P", whose(transcript), PdfFonts.NAME, GAP);
        pages.add("P", span(transcript), PdfFonts.TEXT, 0);
        pages.add("P", "As recorded on " + MOMENT.format(transcript.asOf()), PdfFonts.TEXT, 0);
        pages.moveDown(GAP);
    }

    private static String span(Transcript transcript) {
        LocalDate from = transcript.asked().from();
        LocalDate to = transcript.asked().to();
        if (from == null && to == null) {
            return "All completions on record";
        }
        return "Completions"
                + (from == null ? "" : " from " + DAY.format(from))
                + (to == null ? "" : " through " + DAY.format(to));
    }

    private static void addCompletions(TaggedPages pages, Transcript transcript) {
        var table = new TaggedTable(pages, COLUMNS);
        for (TranscriptItem item : transcript.items()) {
            BigDecimal safety = item.patientSafetyCredits();
            table.addRow(
                    List.of(
                            DAY.format(item.completedOn()),
                            item.session() == null
                                    ? item.title()
                                    : item.title() + ", " + item.session(),
                            orEmpty(item.provider()),
                            orEmpty(item.category()).replace('_', ' '),
                            item.credits().toPlainString(),
                            safety == null ? "unknown" : safety.toPlainString()),
                    PdfFonts.CELL);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void addTotals(TaggedPages pages, Transcript transcript) {
        pages.moveDown(GAP);
        var table = new TaggedTable(pages, TOTALS);
        transcript
                .totalsByYear()
                .forEach((year, total) -> addTotal(table, year.toString(), total, PdfFonts.CELL));
        for (TranscriptWindow window : transcript.asked().windows()) {
            String name = DAY.format(window.from()) + " through " + DAY.format(window.to());
            addTotal(table, name, transcript.total(window), PdfFonts.CELL);
        }
        addTotal(table, "", transcript.total(), PdfFonts.HEAD);
    }

    private static void addTotal(TaggedTable table, String name, TranscriptTotal total, Font font) {
        table.addHeadedRow(
                List.of(
                        ("Total " + name).strip(),
                        total.credits().toPlainString(),
                        total.patientSafetyCredits().toPlainString()),
                font);
    }

    private static void addVerification(TaggedPages pages, TranscriptCode code, URI address) {
        pages.add("P", "Verification code " + code, PdfFonts.TEXT, GAP);
        pages.add(
                "P",
                "Whether this document was made by the ledger, and whether it still holds, is answered to"
                        + " everybody at "
                        + address,
                PdfFonts.SMALL,
                0);
    }

    private static void addNotes(TaggedPages pages, Transcript transcript) {
        int unknown = transcript.total().patientSafetyUnknown();
        StringBuilder notes = new StringBuilder();
        if (unknown > 0) {
            notes.append(
                    "The patient-safety part of %d completion%s is unknown and not in the totals. "
                            .formatted(unknown, unknown == 1 ? "" : "s"));
        }
        if (transcript.items().size() == Transcript.MAX_ITEMS) {
            notes.append(
                    "Only the first %,d completions are listed. ".formatted(Transcript.MAX_ITEMS));
        }
        notes.append(
                "Patient-safety credits are part of the credits. This is a record of what was reported; it does not"
                        + " state whether a requirement of certification is met.");
        if (pages.hasUnprintable()) {
            notes.append(
                    " The sign %s is printed for a character that the fonts of this page do not have; as JSON or CSV"
                                    .formatted(PdfFonts.UNPRINTABLE)
                            + " the transcript has all of them.");
        }
        pages.add("P", notes.toString(), PdfFonts.SMALL, GAP);
    }
}
