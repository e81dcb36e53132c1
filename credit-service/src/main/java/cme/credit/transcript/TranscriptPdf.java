package cme.credit.transcript;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// A transcript as pages to be printed or sent.
final class TranscriptPdf {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm z", Locale.US)
                    .withZone(ZoneId.of("America/New_York"));
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.US);

    private static final float MARGIN = 54;
    private static final float PADDING = 4;
    private static final float[] WIDTHS = {1.4f, 5.2f, 1.6f, 1.8f, 1.2f, 1.6f};

    private TranscriptPdf() {}

    static byte[] of(Transcript transcript) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document pages = new Document(PageSize.LETTER, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(pages, bytes);
        pages.addTitle("Transcript of continuing medical education");
        pages.open();
        writer.setPageEvent(new PdfFooter(whose(transcript), writer));
        addHead(pages, transcript);
        pages.add(completions(transcript));
        pages.add(totals(transcript));
        addNotes(pages, transcript);
        pages.close();
        return bytes.toByteArray();
    }

    private static String whose(Transcript transcript) {
        String id = "Diplomate " + transcript.diplomateId();
        return transcript.name() == null ? id : transcript.name() + ", " + id;
    }

    private static void addHead(Document pages, Transcript transcript) {
        pages.add(new Paragraph("Transcript of continuing medical education", PdfFonts.TITLE));
        Paragraph name = new Paragraph(whose(transcript), PdfFonts.NAME);
        name.setSpacingBefore(PADDING * 2);
        pages.add(name);
        pages.add(new Paragraph(span(transcript), PdfFonts.TEXT));
        Paragraph moment =
                new Paragraph("As recorded on " + MOMENT.format(transcript.asOf()), PdfFonts.TEXT);
        moment.setSpacingAfter(PADDING * 3);
        pages.add(moment);
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

    private static PdfPTable completions(Transcript transcript) {
        PdfPTable table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        for (String head : new String[] {"Completed", "Activity", "Provider", "Category"}) {
            table.addCell(cell(head, PdfFonts.HEAD, Element.ALIGN_LEFT));
        }
        table.addCell(cell("Credits", PdfFonts.HEAD, Element.ALIGN_RIGHT));
        table.addCell(cell("Patient safety", PdfFonts.HEAD, Element.ALIGN_RIGHT));
        for (TranscriptItem item : transcript.items()) {
            addText(table, DAY.format(item.completedOn()));
            addText(table, item.title());
            addText(table, item.provider());
            addText(table, item.category() == null ? null : item.category().replace('_', ' '));
            addNumber(table, item.credits().toPlainString(), PdfFonts.CELL);
            BigDecimal safety = item.patientSafetyCredits();
            addNumber(table, safety == null ? "unknown" : safety.toPlainString(), PdfFonts.CELL);
        }
        return table;
    }

    private static PdfPTable totals(Transcript transcript) {
        PdfPTable table = new PdfPTable(new float[] {10, 1.2f, 1.6f});
        table.setWidthPercentage(100);
        table.setSpacingBefore(PADDING * 2);
        table.setKeepTogether(true);
        transcript
                .totalsByYear()
                .forEach((year, total) -> addTotal(table, "Total " + year, total, PdfFonts.CELL));
        for (TranscriptWindow window : transcript.asked().windows()) {
            String name = DAY.format(window.from()) + " through " + DAY.format(window.to());
            addTotal(table, "Total " + name, transcript.total(window), PdfFonts.CELL);
        }
        addTotal(table, "Total", transcript.total(), PdfFonts.HEAD);
        return table;
    }

    private static void addTotal(PdfPTable table, String name, TranscriptTotal total, Font font) {
        table.addCell(cell(name, font, Element.ALIGN_RIGHT));
        addNumber(table, total.credits().toPlainString(), font);
        addNumber(table, total.patientSafetyCredits().toPlainString(), font);
    }

    private static void addNotes(Document pages, Transcript transcript) {
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
        Paragraph paragraph = new Paragraph(notes.toString(), PdfFonts.SMALL);
        paragraph.setSpacingBefore(PADDING * 3);
        pages.add(paragraph);
    }

    private static void addText(PdfPTable table, @Nullable String text) {
        table.addCell(cell(text == null ? "" : text, PdfFonts.CELL, Element.ALIGN_LEFT));
    }

    private static void addNumber(PdfPTable table, String number, Font font) {
        table.addCell(cell(number, font, Element.ALIGN_RIGHT));
    }

    private static PdfPCell cell(String text, Font font, int alignment) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(alignment);
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderWidth(0.25f);
        cell.setPadding(PADDING);
        return cell;
    }
}
