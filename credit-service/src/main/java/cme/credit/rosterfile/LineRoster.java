package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.json.FlatJson;
import cme.chassis.json.JsonCharset;
import cme.chassis.json.StrictJson;
import cme.credit.posting.Reading;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A roster with one JSON object on each line; a broken line is a rejected row.
final class LineRoster implements RosterDocument {
    private static final int MAX_LINE_BYTES = 64 * 1024;
    private static final RosterDefaults NO_DEFAULTS =
            new RosterDefaults(JsonNodeFactory.instance.objectNode());

    private final BodySpool spool;
    private final Charset charset;

    LineRoster(BodySpool spool, Charset charset) {
        this.spool = spool;
        this.charset = charset;
    }

    @Override
    public RowReader rows() throws IOException {
        return new Rows(
                new BufferedInputStream(JsonCharset.utf8(spool.open(), charset), MAX_LINE_BYTES));
    }

    private static final class Rows implements RowReader {
        private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

        private final InputStream lines;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private boolean tooLong;
        private int row;

        Rows(InputStream lines) throws IOException {
            this.lines = lines;
            lines.mark(BYTE_ORDER_MARK.length);
            if (!Arrays.equals(lines.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
                lines.reset();
            }
        }

        @Override
        public @Nullable Reading next() throws IOException {
            while (readLine()) {
                byte[] json = line.toByteArray();
                if (tooLong) {
                    row++;
                    return JsonRow.broken(
                            row,
                            "too-long",
                            "A line has at most " + MAX_LINE_BYTES + " bytes.",
                            text(json));
                }
                if (!isBlank(json)) {
                    row++;
                    return parse(json);
                }
            }
            return null;
        }

        /// False after the last line.
        private boolean readLine() throws IOException {
            line.reset();
            tooLong = false;
            int next = lines.read();
            if (next < 0) {
                return false;
            }
            for (; next >= 0 && next != '\n'; next = lines.read()) {
                if (line.size() < MAX_LINE_BYTES) {
                    line.write(next);
                } else {
                    tooLong = true;
                }
            }
            return true;
        }

        private static boolean isBlank(byte[] line) {
            for (byte each : line) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }

        private Reading parse(byte[] json) throws IOException {
            try (JsonParser parser = FlatJson.PARSERS.createParser(json)) {
                parser.nextToken();
                Reading submission = JsonRow.read(parser, row, NO_DEFAULTS);
                return parser.nextToken() == null
                        ? submission
                        : JsonRow.broken(
                                row, "unreadable", "There is more after the object.", text(json));
            } catch (JsonProcessingException broken) {
                JsonLocation at = broken.getLocation();
                String where = at == null ? "" : " at column " + at.getColumnNr();
                return StrictJson.isNotUtf8(broken)
                        ? notUtf8(json)
                        : JsonRow.broken(
                                row,
                                "unreadable",
                                "This line is not well-formed JSON" + where + ".",
                                text(json));
            } catch (CharConversionException _) {
                // A line with zero bytes looks like UTF-32 to the parser.
                return notUtf8(json);
            }
        }

        private Reading notUtf8(byte[] line) {
            return JsonRow.broken(
                    row,
                    "unreadable",
                    "This line is not UTF-8, and Content-Type declares no other charset.",
                    text(line));
        }

        private static String text(byte[] line) {
            return new String(line, StandardCharsets.UTF_8).strip();
        }
    }
}
