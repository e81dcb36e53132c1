package cme.credit.transcript;

import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// Prints the diplomate, the page number and the number of pages on every page. The number of pages
/// is filled in at the end, when it is known.
final class PdfFooter extends PdfPageEventHelper {
    private static final float SIZE = 7;
    private static final float WIDTH_OF_COUNT = 20;
    private static final float RISE = 18;

    private final String whose;
    private final PdfTemplate count;

    PdfFooter(String whose, PdfWriter writer) {
        this.whose = PdfFonts.printable(whose);
        this.count = writer.getDirectContent().createTemplate(WIDTH_OF_COUNT, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        String page = "Page " + writer.getPageNumber() + " of ";
        float bottom = document.bottom() - RISE;
        float end = document.right() - WIDTH_OF_COUNT;
        PdfContentByte canvas = writer.getDirectContent();
        canvas.beginMarkedContentSequence(TaggedPages.ARTIFACT);
        canvas.beginText();
        canvas.setFontAndSize(PdfFonts.SMALL.getBaseFont(), SIZE);
        canvas.showTextAligned(PdfContentByte.ALIGN_LEFT, whose, document.left(), bottom, 0);
        canvas.showTextAligned(PdfContentByte.ALIGN_RIGHT, page, end, bottom, 0);
        canvas.endText();
        canvas.addTemplate(count, end, bottom);
        canvas.endMarkedContentSequence();
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        count.beginText();
        count.setFontAndSize(PdfFonts.SMALL.getBaseFont(), SIZE);
        count.showText(Integer.toString(writer.getPageNumber() - 1));
        count.endText();
    }
}
