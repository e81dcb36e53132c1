package cme.test.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Spoils valid files in the ways in which people, programs and networks do. The same random
/// numbers give the same files.
final class Mutator {
    private static final int MAX_CHANGES = 4;

    /// Bytes between cells, lines, fields and elements.
    private static final String BORDERS = ",;\t\n\r\"<>{}[]:= ";

    /// Cells and tokens that programs stumble over.
    private static final List<String> TOKENS =
            List.of(
                    "",
                    " ",
                    "null",
                    "true",
                    "NaN",
                    "-1",
                    "0",
                    "1e999999999",
                    "1E-999999999",
                    "99999999999999999999999999",
                    "12,5",
                    "1.234,50",
                    "1 234,50",
                    "50%",
                    "12.499999999999998",
                    "2026-02-30",
                    "10/05/2026",
                    "5. Okt 2026",
                    "2026-10-05T00:00:00Z",
                    "9999999-01-01",
                    "46310",
                    "=1+1",
                    "=\"012345\"",
                    "'012345",
                    "#N/A",
                    "########",
                    "\"",
                    "\"\"\"",
                    "\u0000",
                    "\ufeff",
                    "\u202e",
                    "\u00ad",
                    "\u3000",
                    "\u200d",
                    "\ud83d\ude00",
                    "İıſß",
                    "sep=;\n",
                    "&#0;",
                    "&x;",
                    "<![CDATA[",
                    "<a>",
                    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
                    "</ActivityReport>",
                    "{\"a\":",
                    "[[[[[[[[",
                    "\\ud800",
                    "' or 1=1 --",
                    "x".repeat(5_000),
                    ",".repeat(3_000));

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    /// @param other a valid file to take pieces from
    byte[] mutant(byte[] sample, byte[] other) {
        boolean isWorkbook = sample.length > 2 && sample[0] == 'P' && sample[1] == 'K';
        return isWorkbook && random.nextInt(5) > 0 ? ofWorkbook(sample) : ofBytes(sample, other);
    }

    private byte[] ofBytes(byte[] sample, byte[] other) {
        byte[] mutant = sample;
        for (int i = random.nextInt(MAX_CHANGES); i >= 0; i--) {
            mutant = changed(mutant, other);
        }
        return mutant;
    }

    private byte[] changed(byte[] bytes, byte[] other) {
        if (bytes.length < 2) {
            return other;
        }
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
        return switch (random.nextInt(10)) {
            case 0 -> flipped(bytes, at);
            case 1 -> spliced(bytes, at, end, new byte[0]);
            case 2 -> spliced(bytes, end, end, Arrays.copyOfRange(bytes, at, end));
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> spliced(bytes, at, at, piece(other));
            case 5 -> swapped(bytes);
            case 6 -> spliced(bytes, at, at, token());
            case 7 -> repeatedLine(bytes, at);
            default -> {
                int[] cell = cell(bytes, at);
                yield spliced(bytes, cell[0], cell[1], token());
            }
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : flipped[at] ^ 0x20);
        return flipped;
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] piece(byte[] other) {
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(
                other, from, Math.min(other.length, from + 1 + random.nextInt(200)));
    }

    /// Two cells change their places.
    private byte[] swapped(byte[] bytes) {
        int[] one = cell(bytes, random.nextInt(bytes.length));
        int[] two = cell(bytes, random.nextInt(bytes.length));
        int[] first = one[0] <= two[0] ? one : two;
        int[] second = one[0] <= two[0] ? two : one;
        if (first[1] > second[0]) {
            return bytes;
        }
        byte[] later =
                spliced(bytes, second[0], second[1], Arrays.copyOfRange(bytes, first[0], first[1]));
        return spliced(later, first[0], first[1], Arrays.copyOfRange(bytes, second[0], second[1]));
    }

    private byte[] repeatedLine(byte[] bytes, int at) {
        int from = at;
        int to = at;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        var lines = new ByteArrayOutputStream();
        for (int i = random.nextInt(5); i >= 0; i--) {
            lines.write(bytes, from, to - from);
            lines.write('\n');
        }
        return spliced(bytes, from, from, lines.toByteArray());
    }

    /// From and to of what is between two borders around a place.
    private static int[] cell(byte[] bytes, int at) {
        int from = at;
        int to = at;
        while (from > 0 && BORDERS.indexOf(bytes[from - 1]) < 0) {
            from--;
        }
        while (to < bytes.length && BORDERS.indexOf(bytes[to]) < 0) {
            to++;
        }
        return new int[] {from, to};
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        var spliced = new ByteArrayOutputStream(bytes.length + piece.length);
        spliced.write(bytes, 0, from);
        spliced.writeBytes(piece);
        spliced.write(bytes, to, bytes.length - to);
        return spliced.toByteArray();
    }

    /// Spoils a part of a workbook, so that the mutant can be unpacked.
    private byte[] ofWorkbook(byte[] workbook) {
        Map<String, byte[]> parts = parts(workbook);
        List<String> names = new ArrayList<>(parts.keySet());
        String spoilt = names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        parts.put(spoilt, ofBytes(parts.get(spoilt), parts.get(other)));
        if (random.nextInt(20) == 0) {
            parts.remove(other);
        }
        return zipped(parts);
    }

    private static Map<String, byte[]> parts(byte[] workbook) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
