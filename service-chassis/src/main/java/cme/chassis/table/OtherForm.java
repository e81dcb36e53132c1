package cme.chassis.table;

import cme.chassis.json.TextEncoding;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Recognises what is sent in place of a table by its first bytes, so that the sender learns what
/// to do with it.
final class OtherForm {

    private static final String SAVE_AGAIN = "open it, and save it as .xlsx or as \"CSV UTF-8\".";
    private static final String OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument";

    private OtherForm() {}

    /// The sentence about another form; null when the bytes can be of the form that was named.
    ///
    /// @param start the first bytes
    /// @param isWorkbook true when a workbook was named, false for a text
    static @Nullable String of(byte[] start, boolean isWorkbook) {
        if (TextEncoding.startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "This is an old Excel workbook (.xls) or one with a password: " + SAVE_AGAIN;
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        boolean isZip = text.startsWith("PK\003\004");
        if (isZip && text.contains(OPEN_DOCUMENT)) {
            return "This is an OpenDocument spreadsheet (.ods): " + SAVE_AGAIN;
        }
        if (isZip) {
            return isWorkbook
                    ? null
                    : "This is an Excel workbook: send it as " + TableForm.WORKBOOK_TYPE + ".";
        }
        String other = ofText(text);
        if (other == null && isWorkbook) {
            return "This is not an Excel workbook (.xlsx); send text as text/csv.";
        }
        return other;
    }

    private static @Nullable String ofText(String start) {
        String text = start.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "");
        if (text.startsWith("<")) {
            return "This is HTML or XML and no table, whatever its name ends in: " + SAVE_AGAIN;
        }
        if (text.startsWith("{") || text.matches("(?s)\\[\\s*\\{.*")) {
            return "This is JSON: send it as application/json.";
        }
        if (text.startsWith("\u001f\u008b")) {
            return "This is compressed: send it with the header Content-Encoding: gzip.";
        }
        return text.startsWith("%PDF") ? "This is a PDF: a table is needed." : null;
    }
}
