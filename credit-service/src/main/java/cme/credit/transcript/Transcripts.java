package cme.credit.transcript;

import cme.credit.identity.DiplomateNumbers;
import cme.credit.matching.FamilyName;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Makes transcripts from the ledger as it is now.
@Singleton
final class Transcripts {
    private static final String ITEMS =
            """
            select c.*, coalesce(c.title, a.title, c.activity) as shown
            from completion c left join activity a on a.code = c.activity
            where c.diplomate_id = :diplomate and c.status = 'RECORDED'
                and (cast(:from as date) is null or c.completed_on >= cast(:from as date))
                and (cast(:to as date) is null or c.completed_on <= cast(:to as date))
            order by c.completed_on, c.id limit :limit
            """;

    private static final String KNOWN =
            """
            select concat_ws(' ', given_name, family_name) from identity where diplomate_id = :diplomate
            union all
            (select null from completion where diplomate_id = :diplomate limit 1)
            limit 1
            """;

    private static final String FAMILY_NAMES =
            """
            select family_name from identity
            where (diplomate_id = :diplomate or merged_into = :diplomate) and family_name <> ''
            """;

    private final Jdbi jdbi;
    private final DiplomateNumbers numbers;
    private final TranscriptCodes codes;
    private final Clock clock;

    Transcripts(Jdbi jdbi, DiplomateNumbers numbers, TranscriptCodes codes, Clock clock) {
        this.jdbi = jdbi;
        this.numbers = numbers;
        this.codes = codes;
        this.clock = clock;
    }

    private record Known(@Nullable String name) {}

    /// The transcript of the diplomate, or of the one into whom the diplomate was merged. Empty
    /// when nothing is known of the diplomate.
    Optional<Transcript.Coded> of(String number, TranscriptQuery asked) {
        return jdbi.inTransaction(
                handle -> {
                    String diplomateId = numbers.remaining(handle, number);
                    return known(handle, diplomateId)
                            .map(
                                    known ->
                                            new Transcript(
                                                    diplomateId,
                                                    known.name(),
                                                    clock.instant(),
                                                    asked,
                                                    items(handle, diplomateId, asked)))
                            .map(made -> new Transcript.Coded(made, codes.of(handle, made)));
                });
    }

    /// Whether the ledger still says what the transcript with the code says. After a merge it is
    /// compared with what is recorded of the diplomate who remains.
    ///
    /// @param familyName to be compared; null when it was not sent
    boolean isMade(TranscriptCode code) {
        return jdbi.withHandle(handle -> codes.find(handle, code).isPresent());
    }

    Optional<TranscriptVerificationView> verify(TranscriptCode code, @Nullable String familyName) {
        return jdbi.inTransaction(
                handle -> codes.find(handle, code).map(made -> verified(handle, made, familyName)));
    }

    private TranscriptVerificationView verified(
            Handle handle, MadeTranscript made, @Nullable String familyName) {
        String diplomateId = numbers.remaining(handle, made.diplomateId());
        var now = TranscriptContent.of(made.asked(), items(handle, diplomateId, made.asked()));
        boolean holds = made.content().isSameAs(now);
        return TranscriptVerificationView.of(
                made,
                holds,
                holds ? List.of() : List.copyOf(made.content().changesTo(now)),
                familyName == null ? null : isNamed(handle, diplomateId, familyName));
    }

    private static boolean isNamed(Handle handle, String diplomateId, String familyName) {
        FamilyName sent = FamilyName.of(familyName);
        return handle
                .createQuery(FAMILY_NAMES)
                .bind("diplomate", diplomateId)
                .mapTo(String.class)
                .list()
                .stream()
                .anyMatch(known -> sent.agreesWith(FamilyName.of(known)));
    }

    private static Optional<Known> known(Handle handle, String diplomateId) {
        return handle.createQuery(KNOWN)
                .bind("diplomate", diplomateId)
                .map((row, _) -> new Known(row.getString(1)))
                .findFirst();
    }

    private static List<TranscriptItem> items(
            Handle handle, String diplomateId, TranscriptQuery asked) {
        return handle.createQuery(ITEMS)
                .bind("diplomate", diplomateId)
                .bind("from", asked.from())
                .bind("to", asked.to())
                .bind("limit", Transcript.MAX_ITEMS)
                .map((row, _) -> item(row))
                .list();
    }

    private static TranscriptItem item(ResultSet row) throws SQLException {
        return new TranscriptItem(
                row.getObject("id", UUID.class),
                row.getObject("completed_on", LocalDate.class),
                row.getString("activity"),
                row.getString("shown"),
                row.getString("session"),
                row.getString("provider"),
                row.getString("category"),
                row.getBigDecimal("credits"),
                row.getBigDecimal("patient_safety_credits"));
    }
}
