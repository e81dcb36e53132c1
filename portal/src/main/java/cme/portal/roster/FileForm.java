package cme.portal.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The form of a file, by its beginning; names of files and what browsers say of them are often
/// wrong.
///
/// @param kind what is sent as its type
/// @param pars whether it is made for ACCME's PARS
record FileForm(Kind kind, boolean pars) {
    private static final int BEGINNING = 65_536;

    enum Kind {
        CSV("text/csv"),
        WORKBOOK("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JSON("application/json"),
        NDJSON("application/x-ndjson"),
        XML("application/xml");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        boolean isTable() {
            return this == CSV || this == WORKBOOK;
        }
    }

    static FileForm of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(BEGINNING);
        }
        if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3) {
            return new FileForm(Kind.WORKBOOK, false);
        }
        // Ignoring zeros, UTF-16 reads like ASCII as far as needed here.
        String text =
                new String(start, StandardCharsets.ISO_8859_1)
                        .replaceAll("[\u0000\u00EF\u00BB\u00BF\u00FE\u00FF]", "")
                        .stripLeading();
        boolean pars =
                text.contains("ACCMELearnerReports") || text.contains("Provider Activity ID");
        if (text.startsWith("<")) {
            return new FileForm(Kind.XML, false);
        }
        if (text.startsWith("[")) {
            return new FileForm(Kind.JSON, pars);
        }
        if (text.startsWith("{")) {
            return new FileForm(isOneALine(text) ? Kind.NDJSON : Kind.JSON, pars);
        }
        return new FileForm(Kind.CSV, pars);
    }

    private static boolean isOneALine(String text) {
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        String rest = end < 0 ? "" : text.substring(end).stripLeading();
        return first.endsWith("}") && (rest.startsWith("{") || !first.contains("["));
    }
}
