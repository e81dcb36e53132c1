package cme.stack.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook of one sheet, written as Excel writes it: texts are shared between cells, dates are
/// days since 1899 with a format.
public final class SampleWorkbook {
    private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final String MAIN =
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String WORKBOOK_RELATIONS =
            relation("worksheet", "worksheets/sheet1.xml")
                    .replace(
                            "</Relationships>",
                            ("<Relationship Id=\"rId2\" Type=\"%s/styles\" Target=\"styles.xml\"/>"
                                            + "<Relationship Id=\"rId3\" Type=\"%s/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")
                                    .formatted(RELATIONS, RELATIONS));

    private static final String STYLES =
            "<styleSheet "
                    + MAIN
                    + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    private static final String CONTENT_TYPES =
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
            </Types>""";

    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private SampleWorkbook() {}

    /// @param table lines of cells separated by tabs
    public static byte[] of(String table) {
        return new SampleWorkbook().bytes(table);
    }

    private byte[] bytes(String table) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            part(zip, "[Content_Types].xml", CONTENT_TYPES);
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook %s xmlns:r=\"%s\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                            .formatted(MAIN, RELATIONS));
            part(zip, "xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS);
            part(zip, "xl/styles.xml", STYLES);
            part(zip, "xl/worksheets/sheet1.xml", sheet(table));
            part(zip, "xl/sharedStrings.xml", sharedTexts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(
                ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String sheet(String table) {
        var xml = new StringBuilder("<worksheet " + MAIN + "><sheetData>");
        int row = 0;
        for (String line : table.lines().toList()) {
            row++;
            xml.append("<row r=\"").append(row).append("\">");
            String[] cells = line.split("\t", -1);
            for (int i = 0; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    cell(xml, (char) ('A' + i) + Integer.toString(row), cells[i]);
                }
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private void cell(StringBuilder xml, String place, String cell) {
        xml.append("<c r=\"").append(place).append('"');
        if (NUMBER.matcher(cell).matches()) {
            xml.append("><v>").append(cell);
        } else if (DATE.matcher(cell).matches()) {
            long day = ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.parse(cell));
            xml.append(" s=\"1\"><v>").append(day);
        } else {
            xml.append(" t=\"s\"><v>").append(texts.computeIfAbsent(cell, _ -> texts.size()));
        }
        xml.append("</v></c>");
    }

    private String sharedTexts() {
        var xml = new StringBuilder("<sst " + MAIN + ">");
        for (String text : texts.keySet()) {
            String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
            xml.append("<si><t xml:space=\"preserve\">").append(escaped).append("</t></si>");
        }
        return xml.append("</sst>").toString();
    }

    private static String relation(String type, String target) {
        return ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>")
                .formatted(RELATIONS, type, target);
    }
}
