package cme.compliance.worklist;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes the worklist as CSV (RFC 4180), one row for each finding.
final class WorklistCsv implements AutoCloseable {

    private static final String[] HEADER = {
        "diplomateId",
        "ruleSet",
        "pathway",
        "standing",
        "summary",
        "requirement",
        "dueYear",
        "deadline",
        "state",
        "unit",
        "required",
        "earned",
        "remaining"
    };

    private final CSVPrinter printer;

    WorklistCsv(OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        printer = new CSVPrinter(writer, CSVFormat.RFC4180.builder().setHeader(HEADER).get());
    }

    void add(List<WorklistEntry> entries) throws IOException {
        for (WorklistEntry entry : entries) {
            for (WorklistEntry.FindingEntry finding : entry.eachFinding()) {
                printer.printRecord(
                        entry.diplomateId(),
                        entry.ruleSet(),
                        entry.pathway(),
                        entry.standing(),
                        entry.summary(),
                        finding.requirement(),
                        finding.dueYear(),
                        finding.deadline(),
                        finding.state(),
                        finding.unit(),
                        finding.required(),
                        finding.earned(),
                        finding.remaining());
            }
        }
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
