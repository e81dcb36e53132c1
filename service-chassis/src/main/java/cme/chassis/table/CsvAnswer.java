package cme.chassis.table;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Answers a request with a table, to be saved as a file.
public final class CsvAnswer {

    private static final MediaType CSV = MediaType.valueOf(TableForm.CSV_TYPE);

    private CsvAnswer() {}

    /// True when the caller prefers a table to JSON.
    public static boolean isPreferred(HttpHeaders headers) {
        MediaType preferred = headers.getAcceptableMediaTypes().getFirst();
        return CSV.isCompatible(preferred)
                && !preferred.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    /// Programs that read only plain letters get the name of the file with signs in the place of
    /// others (RFC 6266).
    public static Response of(String fileName, StreamingOutput table) {
        String exact =
                URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
        return Response.ok(table, CSV.withCharset("UTF-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                                .formatted(fileName.replaceAll("[^A-Za-z0-9._-]", "_"), exact))
                .build();
    }
}
