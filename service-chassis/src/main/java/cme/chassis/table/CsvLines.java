package cme.chassis.table;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.table.TableRow.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Text whose cells are separated by commas, semicolons or tabs (RFC 4180 otherwise).
final class CsvLines implements Lines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// Enough for a title, some empty lines and the header.
    private static final int CHARS_TO_LOOK_AT = 64 * 1024;

    private static final Pattern OPENED_AT = Pattern.compile("startline ([0-9]+)");

    private final BoundedRows chars;
    private final char separator;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    /// Lines before the parser's first one.
    private final long before;

    private CsvLines(BoundedRows chars, Separator separator) throws IOException {
        this.chars = chars;
        this.separator = separator.character();
        this.before = separator.isDeclared() ? 1 : 0;
        this.parser =
                CSVParser.builder()
                        .setReader(chars)
                        .setFormat(
                                CSVFormat.RFC4180
                                        .builder()
                                        .setDelimiter(separator.character())
                                        .setIgnoreEmptyLines(false)
                                        .setTrailingData(true)
                                        .setLenientEof(false)
                                        .get())
                        .get();
        this.records = parser.iterator();
    }

    /// @throws InvalidRequest when the beginning cannot be decoded
    static CsvLines open(InputStream bytes, Charset charset, TableColumns columns)
            throws IOException {
        try {
            var text = new BufferedReader(new StrictReader(bytes, charset), CHARS_TO_LOOK_AT);
            do {
                text.mark(1);
            } while (text.read() == BYTE_ORDER_MARK);
            text.reset();
            Separator separator = Separator.of(start(text), columns);
            if (separator.isDeclared()) {
                text.readLine();
            }
            return new CsvLines(new BoundedRows(text), separator);
        } catch (StrictReader.Undecodable e) {
            throw undecodable(e);
        }
    }

    private static String start(BufferedReader text) throws IOException {
        text.mark(CHARS_TO_LOOK_AT);
        char[] start = new char[CHARS_TO_LOOK_AT];
        int length = 0;
        try {
            int read = 0;
            while (read >= 0 && length < start.length) {
                length += read;
                read = text.read(start, length, start.length - length);
            }
        } catch (StrictReader.Undecodable _) {
            // The text before it is enough to look at; reading comes to it again.
        }
        text.reset();
        return new String(start, 0, length);
    }

    @Override
    public boolean hasDecimalComma() {
        return separator != ',';
    }

    @Override
    public @Nullable Line next() {
        long line = before + parser.getCurrentLineNumber() + 1;
        try {
            chars.nextRow();
            if (!records.hasNext()) {
                return null;
            }
            return new Line(line, records.next().stream().map(Cells::clean).toList());
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause(), line);
        } catch (IllegalStateException e) {
            throw malformed(line, "is not well-formed CSV.");
        }
    }

    private InvalidRequest unreadable(IOException failure, long line) {
        return switch (failure) {
            case StrictReader.Undecodable encoding -> undecodable(encoding);
            case BoundedRows.RowTooLong _ ->
                    malformed(line, "is too long; perhaps a quotation mark is not closed.");
            case IOException io -> {
                Matcher opened = OPENED_AT.matcher(String.valueOf(io.getMessage()));
                yield opened.find()
                        ? malformed(
                                before + Long.parseLong(opened.group(1)),
                                "opens a quotation mark that is not closed.")
                        : malformed(line, "is not well-formed CSV.");
            }
        };
    }

    private static InvalidRequest malformed(long line, String what) {
        return new InvalidRequest(Problem.unreadable("Line %d %s".formatted(line, what)));
    }

    private static InvalidRequest undecodable(StrictReader.Undecodable failure) {
        return new InvalidRequest(
                Problem.unreadable(
                        "Line %d is not in the charset of the table. Save it as \"CSV UTF-8\", or declare its charset, such as text/csv;charset=windows-1252."
                                .formatted(failure.line())));
    }
}
