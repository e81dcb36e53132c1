package cme.chassis.table;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Limits what a workbook can unpack to, before it is unpacked into memory.
final class WorkbookBounds {

    private static final int MAX_PARTS = 1_000;
    private static final long MAX_UNPACKED = 512L * 1024 * 1024;

    /// Texts that cells share are in memory as a whole.
    private static final long MAX_SHARED_TEXTS = 64L * 1024 * 1024;

    private static final String SHEETS = "xl/worksheets/";
    private static final String SHARED_TEXTS = "xl/sharedStrings.xml";

    /// A cell of Excel holds 32,767 characters, each of which may be written with six bytes.
    private static final int MAX_TEXT_BYTES = 6 * 32_767;

    private WorkbookBounds() {}

    /// @throws InvalidRequest when it is no archive, or one that unpacks to too much
    static void check(byte[] workbook) {
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            byte[] buffer = new byte[64 * 1024];
            long unpacked = 0;
            int parts = 0;
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                parts++;
                if (parts > MAX_PARTS) {
                    throw tooLarge();
                }
                String name = part.getName();
                long limit = name.equals(SHARED_TEXTS) ? MAX_SHARED_TEXTS : MAX_UNPACKED;
                var references = new CellReferences(name.startsWith(SHEETS));
                try (InputStream content = zip.getInputStream(part)) {
                    unpacked +=
                            unpack(
                                    content,
                                    buffer,
                                    Math.min(limit, MAX_UNPACKED - unpacked),
                                    references);
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw new InvalidRequest(
                    Problem.unreadable("The workbook is damaged: it cannot be unpacked."));
        }
    }

    private static long unpack(
            InputStream content, byte[] buffer, long limit, CellReferences references)
            throws IOException {
        long size = 0;
        int textBytes = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > limit) {
                throw tooLarge();
            }
            for (int i = 0; i < read; i++) {
                textBytes = buffer[i] == '<' ? 0 : textBytes + 1;
                if (textBytes > MAX_TEXT_BYTES || references.isBeyondSheet(buffer[i])) {
                    throw tooLarge();
                }
            }
        }
        return size;
    }

    private static InvalidRequest tooLarge() {
        return new InvalidRequest(
                Problem.tooLarge("The workbook unpacks to more than is read here; send CSV."));
    }
}
