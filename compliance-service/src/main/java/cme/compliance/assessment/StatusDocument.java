package cme.compliance.assessment;

import cme.chassis.json.Sha256;
import cme.chassis.json.StrictJson;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;

/// A status as JSON without the parts that the question decides: the diplomate, the as-of date and
/// the known-at instant. So a stored answer can serve a later question.
///
/// @param body a JSON object that begins with the rule set, in UTF-8; nobody changes the array
/// @param digest the same for the same body
public record StatusDocument(byte[] body, String digest) {

    private static final ObjectWriter WRITER = StrictJson.mapper().writerFor(StatusView.class);
    private static final int DIGEST_BYTES = 12;

    public static StatusDocument of(Status status) {
        byte[] whole = written(StatusView.of(status));
        byte[] head = head(status.diplomate(), status.asOf(), status.knownAt());
        if (!Arrays.equals(head, 0, head.length, whole, 0, head.length)) {
            throw new IllegalStateException("The head of a status is not written as it is served");
        }
        byte[] body = Arrays.copyOfRange(whole, head.length - 1, whole.length);
        body[0] = '{';
        return new StatusDocument(body, digest(body));
    }

    /// The bytes to serve.
    public byte[] answer(DiplomateId diplomate, LocalDate asOf, Instant knownAt) {
        byte[] head = head(diplomate, asOf, knownAt);
        byte[] answer = Arrays.copyOf(head, head.length + body.length - 1);
        System.arraycopy(body, 1, answer, head.length, body.length - 1);
        return answer;
    }

    /// The body as PostgreSQL takes it.
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The entity tag of the answer for a day; equal answers have equal tags.
    public String tag(LocalDate asOf) {
        return asOf + "-" + digest;
    }

    /// Ids, dates and instants have nothing in them that JSON escapes.
    private static byte[] head(DiplomateId diplomate, LocalDate asOf, Instant knownAt) {
        String head =
                "{\"diplomateId\":\""
                        + diplomate
                        + "\",\"asOf\":\""
                        + asOf
                        + "\",\"knownAt\":\""
                        + knownAt
                        + "\",";
        return head.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] written(StatusView view) {
        try {
            return WRITER.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(byte[] body) {
        return HexFormat.of().formatHex(Sha256.of(body), 0, DIGEST_BYTES);
    }
}
