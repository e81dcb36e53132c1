package cme.credit.transcript;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStructureElement;

/// A table on tagged pages. Its header is printed again on every page that it reaches.
final class TaggedTable {
    private static final float PADDING = 4;

    private final TaggedPages pages;
    private final List<Column> columns;
    private final PdfStructureElement table;

    /// @param share of the width, in relation to those of the other columns
    record Column(String head, float share, boolean isNumber) {}

    private record Cell(String text, List<String> lines, float left) {}

    TaggedTable(TaggedPages pages, List<Column> columns) {
        this.pages = pages;
        this.columns = columns;
        this.table = pages.element("Table");
        pages.makeRoom(4 * TaggedPages.lineHeight(PdfFonts.HEAD));
        addRow(heads(), PdfFonts.HEAD, columns.size(), "Column");
    }

    private List<String> heads() {
        return columns.stream().map(Column::head).toList();
    }

    void addRow(List<String> texts, Font font) {
        addRow(texts, font, 0, "");
    }

    /// Adds a row of which the first cell says what the others are of.
    void addHeadedRow(List<String> texts, Font font) {
        addRow(texts, font, 1, "Row");
    }

    /// @param headers how many cells are headers, of what the scope says
    private void addRow(List<String> texts, Font font, int headers, String scope) {
        List<Cell> cells = cells(texts, font);
        float height = height(cells, font);
        if (pages.makeRoom(height)) {
            List<Cell> heads = cells(heads(), PdfFonts.HEAD);
            pages.moveDown(PADDING);
            heads.forEach(head -> pages.repeat(head.lines(), PdfFonts.HEAD, head.left()));
            pages.moveDown(height(heads, PdfFonts.HEAD) - PADDING);
            pages.drawLine();
        }
        PdfStructureElement row = new PdfStructureElement(table, new PdfName("TR"));
        pages.moveDown(PADDING);
        for (int i = 0; i < cells.size(); i++) {
            boolean isHeader = i < headers;
            PdfStructureElement element =
                    new PdfStructureElement(row, new PdfName(isHeader ? "TH" : "TD"));
            if (isHeader) {
                PdfDictionary attribute = new PdfDictionary();
                attribute.put(PdfName.O, new PdfName("Table"));
                attribute.put(new PdfName("Scope"), new PdfName(scope));
                element.put(PdfName.A, attribute);
            }
            Cell cell = cells.get(i);
            pages.write(element, cell.text(), cell.lines(), font, cell.left());
        }
        pages.moveDown(height - PADDING);
        pages.drawLine();
    }

    private static float height(List<Cell> cells, Font font) {
        int lines = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
        return lines * TaggedPages.lineHeight(font) + 2 * PADDING;
    }

    private List<Cell> cells(List<String> texts, Font font) {
        double shares = columns.stream().mapToDouble(Column::share).sum();
        List<Cell> cells = new ArrayList<>();
        float left = pages.left();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            float width = (float) (pages.width() * column.share() / shares);
            List<String> lines = TaggedPages.lines(texts.get(i), font, width - 2 * PADDING);
            float indent =
                    column.isNumber()
                            ? width - PADDING - TaggedPages.widthOf(lines.getFirst(), font)
                            : PADDING;
            cells.add(new Cell(texts.get(i), lines, left + indent));
            left += width;
        }
        return cells;
    }
}
