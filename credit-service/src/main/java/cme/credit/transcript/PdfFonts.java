package cme.credit.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/// Fonts with the letters of every European name and more. They are embedded, so that a page looks
/// the same everywhere.
final class PdfFonts {
    /// Printed for a character that the fonts do not have.
    static final char UNPRINTABLE = '\u25a1';

    private static final BaseFont REGULAR = load("LiberationSans-Regular.ttf");
    private static final BaseFont BOLD = load("LiberationSans-Bold.ttf");

    static final Font TITLE = new Font(BOLD, 15);
    static final Font NAME = new Font(BOLD, 11);
    static final Font TEXT = new Font(REGULAR, 9);
    static final Font HEAD = new Font(BOLD, 8);
    static final Font CELL = new Font(REGULAR, 8);
    static final Font SMALL = new Font(REGULAR, 7);

    private PdfFonts() {}

    /// The text with a visible sign for each character that cannot be printed; characters that
    /// nobody sees are left out.
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isSpaceChar(c) ? ' ' : c)
                .map(c -> REGULAR.charExists(c) && BOLD.charExists(c) ? c : UNPRINTABLE)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static BaseFont load(String file) {
        try (InputStream font = PdfFonts.class.getResourceAsStream("/liberation/" + file)) {
            if (font == null) {
                throw new IllegalStateException("The font " + file + " is not on the class path");
            }
            BaseFont base =
                    BaseFont.createFont(
                            file,
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            true,
                            font.readAllBytes(),
                            null);
            // The list would leave out glyphs that are there, which PDF/A does not allow.
            base.setIncludeCidSet(false);
            return base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
