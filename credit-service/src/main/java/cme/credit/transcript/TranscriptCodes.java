package cme.credit.transcript;

import cme.chassis.quota.Quota;
import cme.chassis.quota.QuotaExceeded;
import cme.chassis.quota.QuotaState;
import cme.credit.completion.StoredJson;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
    /// The transcripts of different contents that are made of one diplomate within a day.
    static final int MAX_PER_DAY = 100;

    /// How long a code can be asked about after it was given last, in years.
    static final int KEPT_YEARS = 10;

    private static final Quota QUOTA =
            new Quota("transcripts", MAX_PER_DAY, MAX_PER_DAY, Duration.ofDays(1));

    private static final String FIND_CODE =
            """
            select code, given_at < :monthAgo as is_old from transcript_code
            where diplomate_id = :diplomate and digest = :digest
            """;

    private static final String GIVE =
            "update transcript_code set given_at = :at where code = :code";

    private static final String MADE =
            """
            select made_at from transcript_code where diplomate_id = :diplomate and made_at > :dayAgo
            order by made_at desc offset :most limit 1
            """;

    private static final String INSERT =
            """
            insert into transcript_code (code, diplomate_id, first_day, last_day, windows, digest, items, completions,
                credits, patient_safety_credits, patient_safety_unknown, made_at, given_at)
            values (:code, :diplomate, :from, :to, cast(:windows as jsonb), :digest, :items, :completions, :credits,
                :safety, :unknown, :at, :at)
            on conflict do nothing
            """;

    private static final String FORGET =
            """
            delete from transcript_code where diplomate_id = :diplomate and given_at < :before
            """;

    /// @throws QuotaExceeded when too many transcripts of the diplomate were made within a day
    TranscriptCode of(Handle transaction, Transcript transcript) {
        TranscriptContent content = TranscriptContent.of(transcript.asked(), transcript.items());
        return give(transaction, transcript, content)
                .orElseGet(() -> add(transaction, transcript, content));
    }

    /// A code that is given again is kept from then on.
    private static Optional<TranscriptCode> give(
            Handle transaction, Transcript transcript, TranscriptContent content) {
        Optional<Known> known =
                transaction
                        .createQuery(FIND_CODE)
                        .bind("diplomate", transcript.diplomateId())
                        .bind("digest", content.digest())
                        .bind("monthAgo", utc(transcript.asOf().minus(Duration.ofDays(30))))
                        .map((row, _) -> new Known(uuid(row), row.getBoolean("is_old")))
                        .findOne();
        known.filter(Known::isOld)
                .ifPresent(
                        old ->
                                transaction
                                        .createUpdate(GIVE)
                                        .bind("code", old.code())
                                        .bind("at", utc(transcript.asOf()))
                                        .execute());
        return known.map(found -> new TranscriptCode(found.code()));
    }

    private record Known(UUID code, boolean isOld) {}

    private static UUID uuid(ResultSet row) throws SQLException {
        return row.getObject("code", UUID.class);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /// Refuses rather than deletes: a code may stand on a document that is in use.
    private static void requireRoom(Handle transaction, Transcript transcript) {
        Duration day = Duration.ofDays(1);
        transaction
                .createQuery(MADE)
                .bind("diplomate", transcript.diplomateId())
                .bind("dayAgo", utc(transcript.asOf().minus(day)))
                .bind("most", MAX_PER_DAY - 1)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .ifPresent(
                        made -> {
                            Instant next = made.toInstant().plus(day);
                            throw new QuotaExceeded(
                                    new QuotaState(
                                            QUOTA,
                                            false,
                                            0,
                                            Duration.between(transcript.asOf(), next)),
                                    "At most %d different transcripts of a diplomate are made within a day. One that was made already is given again."
                                            .formatted(MAX_PER_DAY));
                        });
    }

    private static TranscriptCode add(
            Handle transaction, Transcript transcript, TranscriptContent content) {
        requireRoom(transaction, transcript);
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
                .bind("at", utc(transcript.asOf()))
                .execute();
        transaction
                .createUpdate(FORGET)
                .bind("diplomate", transcript.diplomateId())
                .bind("before", transcript.asOf().atOffset(ZoneOffset.UTC).minusYears(KEPT_YEARS))
                .execute();
        return give(transaction, transcript, content).orElseThrow();
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
                new TranscriptCode(uuid(row)),
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
