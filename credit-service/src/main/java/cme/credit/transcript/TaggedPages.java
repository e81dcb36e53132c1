package cme.credit.transcript;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/// Pages that are filled from top to bottom. Each text belongs to an element of the structure of
/// the document, so that it can be read aloud and reflowed (PDF/UA-1, ISO 14289-1).
final class TaggedPages implements AutoCloseable {
    static final PdfName ARTIFACT = new PdfName("Artifact");

    private static final float MARGIN = 54;
    private static final float LEADING = 1.3f;

    private final Document document = new Document(PageSize.LETTER, MARGIN, MARGIN, MARGIN, MARGIN);
    private final PdfWriter writer;
    private final PdfStructureElement root;
    private float top;
    private boolean hasUnprintable;

    /// @param footer printed on every page, beside its number
    TaggedPages(String title, String footer, OutputStream out) {
        writer = PdfWriter.getInstance(document, out);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setTagged();
        document.addTitle(title);
        try {
            document.open();
            PdfMetadata.addTo(writer, title);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writer.setPageEvent(new PdfFooter(footer, writer));
        root = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
        top = document.top();
    }

    /// True when a text had a character that cannot be printed.
    boolean hasUnprintable() {
        return hasUnprintable;
    }

    PdfStructureElement element(String role) {
        return new PdfStructureElement(root, new PdfName(role));
    }

    /// Adds a text over the whole width.
    ///
    /// @param role a standard type of structure, such as `H1` or `P`
    /// @param above space above the text
    void add(String role, String text, Font font, float above) {
        List<String> lines = lines(text, font, document.right() - document.left());
        top -= above;
        makeRoom(lines.size() * lineHeight(font));
        write(element(role), text, lines, font, document.left());
        top -= lines.size() * lineHeight(font);
    }

    /// Begins a new page unless there is so much room left.
    ///
    /// @return whether a page was begun
    boolean makeRoom(float height) {
        if (top - height >= document.bottom()) {
            return false;
        }
        document.newPage();
        top = document.top();
        return true;
    }

    void moveDown(float height) {
        top -= height;
    }

    float left() {
        return document.left();
    }

    float width() {
        return document.right() - document.left();
    }

    static float lineHeight(Font font) {
        return font.getSize() * LEADING;
    }

    /// Draws a thin line over the whole width, which means nothing.
    void drawLine() {
        PdfContentByte canvas = writer.getDirectContent();
        canvas.beginMarkedContentSequence(ARTIFACT);
        canvas.setLineWidth(0.25f);
        canvas.moveTo(document.left(), top);
        canvas.lineTo(document.right(), top);
        canvas.stroke();
        canvas.endMarkedContentSequence();
    }

    /// Writes lines below the place that is reached, as an element of the structure.
    ///
    /// @param text the text of the lines, in which nothing is replaced
    void write(
            PdfStructureElement element, String text, List<String> lines, Font font, float left) {
        if (!text.equals(String.join(" ", lines)) && isReplaced(lines)) {
            hasUnprintable = true;
            element.put(new PdfName("ActualText"), new PdfString(text, PdfObject.TEXT_UNICODE));
        }
        PdfContentByte canvas = writer.getDirectContent();
        canvas.beginMarkedContentSequence(element);
        draw(canvas, lines, font, left);
        canvas.endMarkedContentSequence();
    }

    /// Writes lines that repeat what the structure has already.
    void repeat(List<String> lines, Font font, float left) {
        PdfContentByte canvas = writer.getDirectContent();
        canvas.beginMarkedContentSequence(ARTIFACT);
        draw(canvas, lines, font, left);
        canvas.endMarkedContentSequence();
    }

    private static boolean isReplaced(List<String> lines) {
        return lines.stream().anyMatch(line -> line.indexOf(PdfFonts.UNPRINTABLE) >= 0);
    }

    private void draw(PdfContentByte canvas, List<String> lines, Font font, float left) {
        float baseline = top - font.getSize();
        for (String line : lines) {
            canvas.beginText();
            canvas.setFontAndSize(font.getBaseFont(), font.getSize());
            canvas.setTextMatrix(left, baseline);
            canvas.showText(line);
            canvas.endText();
            baseline -= lineHeight(font);
        }
    }

    /// The printable text, broken into lines between words or, where a word is too long, within it.
    static List<String> lines(String text, Font font, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : PdfFonts.printable(text).strip().split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!fits(longer, font, width) && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                longer = word;
            }
            line.setLength(0);
            line.append(longer);
            while (!fits(line.toString(), font, width)) {
                int end = longestStart(line.toString(), font, width);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static int longestStart(String word, Font font, float width) {
        int end = word.offsetByCodePoints(0, 1);
        int next = end;
        while (next < word.length() && fits(word.substring(0, next), font, width)) {
            end = next;
            next = word.offsetByCodePoints(next, 1);
        }
        return end;
    }

    private static boolean fits(String text, Font font, float width) {
        return text.codePointCount(0, text.length()) <= 1 || widthOf(text, font) <= width;
    }

    static float widthOf(String text, Font font) {
        return font.getBaseFont().getWidthPoint(text, font.getSize());
    }

    @Override
    public void close() {
        document.close();
    }
}
