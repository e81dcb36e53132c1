package cme.credit.transcript;

import cme.credit.completion.StoredJson;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Gives transcripts their codes. The same content gets the same code again, so that reading a
/// transcript that has not changed writes nothing.
@Singleton
final class TranscriptCodes {
    /// More transcripts of one diplomate with different contents are not kept; the oldest go first.
    static final int MAX_OF_DIPLOMATE = 100;

    private static final String FIND_CODE =
            "select code from transcript_code where diplomate_id = :diplomate and digest = :digest";

    private static final String INSERT =
            """
            insert into transcript_code (code, diplomate_id, first_day, last_day, windows, digest, items, completions,
                credits, patient_safety_credits, patient_safety_unknown, made_at)
            values (:code, :diplomate, :from, :to, cast(:windows as jsonb), :digest, :items, :completions, :credits,
                :safety, :unknown, :at)
            on conflict do nothing
            """;

    private static final String FORGET =
            """
            delete from transcript_code where code in (
                select code from transcript_code where diplomate_id = :diplomate
                order by made_at desc, code offset :most)
            """;

    TranscriptCode of(Handle transaction, Transcript transcript) {
        TranscriptContent content = TranscriptContent.of(transcript.asked(), transcript.items());
        return find(transaction, transcript.diplomateId(), content)
                .orElseGet(() -> add(transaction, transcript, content));
    }

    private static Optional<TranscriptCode> find(
            Handle handle, String diplomateId, TranscriptContent content) {
        return handle.createQuery(FIND_CODE)
                .bind("diplomate", diplomateId)
                .bind("digest", content.digest())
                .mapTo(UUID.class)
                .findOne()
                .map(TranscriptCode::new);
    }

    private static TranscriptCode add(
            Handle transaction, Transcript transcript, TranscriptContent content) {
        TranscriptTotal total = transcript.total();
        transaction
                .createUpdate(INSERT)
                .bind("code", TranscriptCode.random().value())
                .bind("diplomate", transcript.diplomateId())
                .bind("from", transcript.asked().from())
                .bind("to", transcript.asked().to())
                .bind("windows", StoredJson.write(TranscriptView.windows(transcript)))
                .bind("digest", content.digest())
                .bind("items", content.items())
                .bind("completions", transcript.items().size())
                .bind("credits", total.credits())
                .bind("safety", total.patientSafetyCredits())
                .bind("unknown", total.patientSafetyUnknown())
                .bind("at", transcript.asOf().atOffset(ZoneOffset.UTC))
                .execute();
        transaction
                .createUpdate(FORGET)
                .bind("diplomate", transcript.diplomateId())
                .bind("most", MAX_OF_DIPLOMATE)
                .execute();
        return find(transaction, transcript.diplomateId(), content).orElseThrow();
    }

    /// The transcript that has the code.
    Optional<MadeTranscript> find(Handle handle, TranscriptCode code) {
        return handle.createQuery("select * from transcript_code where code = :code")
                .bind("code", code.value())
                .map((row, _) -> made(row))
                .findOne();
    }

    private static MadeTranscript made(ResultSet row) throws SQLException {
        List<TranscriptView.WindowTotal> windows =
                List.of(
                        StoredJson.read(
                                row.getString("windows"), TranscriptView.WindowTotal[].class));
        return new MadeTranscript(
                new TranscriptCode(row.getObject("code", UUID.class)),
                row.getString("diplomate_id"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                windows,
                new TranscriptContent(row.getBytes("digest"), row.getBytes("items")),
                row.getInt("completions"),
                new TranscriptTotal(
                        row.getBigDecimal("credits"),
                        row.getBigDecimal("patient_safety_credits"),
                        row.getInt("patient_safety_unknown")),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
