package cme.compliance.worklist;

import cme.chassis.table.CsvTable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Writes the worklist as a table, one row for each finding.
final class WorklistCsv implements AutoCloseable {

    private static final List<String> HEADER =
            List.of(
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
                    "remaining");

    private final CsvTable table;

    WorklistCsv(OutputStream out) throws IOException {
        table = CsvTable.of(out, HEADER);
    }

    void add(List<WorklistEntry> entries) throws IOException {
        for (WorklistEntry entry : entries) {
            for (WorklistEntry.FindingEntry finding : entry.eachFinding()) {
                table.row(
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
        table.close();
    }
}
