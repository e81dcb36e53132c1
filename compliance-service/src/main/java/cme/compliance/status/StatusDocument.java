package cme.compliance.status;

import cme.chassis.json.StrictJson;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;

/// A status as JSON, without what the question says: whose it is, as of which day and known at
/// which instant. So an answer that is stored can be given to a question that comes later.
///
/// @param body a JSON object that begins with the rule set
/// @param digest the same for the same body
record StatusDocument(String body, String digest) {

    private static final ObjectWriter WRITER = StrictJson.mapper().writerFor(StatusView.class);
    private static final int DIGEST_BYTES = 12;

    static StatusDocument of(Status status) {
        var whole = written(StatusView.of(status));
        var head = head(status.diplomate(), status.asOf(), status.knownAt());
        if (!whole.startsWith(head)) {
            throw new IllegalStateException("A status is not written as it is served");
        }
        var body = "{" + whole.substring(head.length());
        return new StatusDocument(body, digest(body));
    }

    /// The bytes to serve.
    byte[] answer(DiplomateId diplomate, LocalDate asOf, Instant knownAt) {
        return (head(diplomate, asOf, knownAt) + body.substring(1))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Names the answer for a day: the same when the same would be answered.
    String tag(LocalDate asOf) {
        return asOf + "-" + digest;
    }

    /// Ids, dates and instants have nothing in them that JSON escapes.
    private static String head(DiplomateId diplomate, LocalDate asOf, Instant knownAt) {
        return "{\"diplomateId\":\"%s\",\"asOf\":\"%s\",\"knownAt\":\"%s\","
                .formatted(diplomate, asOf, knownAt);
    }

    private static String written(StatusView view) {
        try {
            return WRITER.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var all = digest.digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(all, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
