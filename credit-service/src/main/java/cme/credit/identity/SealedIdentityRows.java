package cme.credit.identity;

import cme.chassis.chain.ComparedRows;
import cme.chassis.secret.KeyRing;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// What tells who somebody is must agree with what the last revision in the event log has sealed.
/// When the key of a number is gone, so that nothing can be compared, its row must be erased.
@Singleton
final class SealedIdentityRows implements ComparedRows {

    private static final Logger LOG = Logger.getLogger(SealedIdentityRows.class);

    /// One statement, so that row, revision and key are of the same moment.
    private static final String PAGE =
            """
            select r.*, e.seq, e.payload, k.id as key_id, k.sealed as sealed_key
            from (
                select * from identity where diplomate_id > :after
                order by diplomate_id limit :limit) as r
            left join lateral (
                select seq, payload from event_log
                where key = r.diplomate_id and type = :type
                order by seq desc limit 1) as e on true
            left join person_key k on k.diplomate_id = r.diplomate_id and k.destroyed_at is null
            order by r.diplomate_id
            """;

    /// What is sealed, and what a row has of it.
    record Personal(
            @Nullable String npi,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String birthMonthDay,
            @Nullable String insistence) {

        static Personal of(IdentityView view) {
            return new Personal(
                    view.npi(),
                    view.givenName(),
                    view.familyName(),
                    view.birthMonthDay(),
                    view.insistence());
        }

        static Personal of(ResultSet row) throws SQLException {
            String familyName = row.getString("family_name");
            return new Personal(
                    row.getString("npi"),
                    row.getString("given_name"),
                    // An erased row has no name, which the column takes as an empty one.
                    familyName.isEmpty() ? null : familyName,
                    row.getString("birth_month_day"),
                    row.getString("insistence"));
        }
    }

    private final PersonKeys keys;

    SealedIdentityRows(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public String table() {
        return "identity";
    }

    @Override
    public List<Compared> compare(Handle handle, String after, int limit) {
        try (Query query = handle.createQuery(PAGE)) {
            return query.bind("after", after)
                    .bind("limit", limit)
                    .bind("type", IdentityChanges.EVENT)
                    .map((row, _) -> compared(row))
                    .list();
        }
    }

    private Compared compared(ResultSet row) throws SQLException {
        String number = row.getString("diplomate_id");
        String payload = row.getString("payload");
        String sealedKey = row.getString("sealed_key");
        UUID keyId = row.getObject("key_id", UUID.class);
        boolean agrees =
                payload != null
                        && agrees(
                                Personal.of(row),
                                payload,
                                () -> sealedKey == null ? Map.of() : keys.opened(keyId, sealedKey));
        return new Compared(number, number, row.getLong("seq"), agrees);
    }

    /// The keys of a number that are not destroyed.
    interface Keys {
        Map<String, KeyRing> open();
    }

    /// What cannot be opened or read was altered.
    static boolean agrees(Personal current, String payload, Keys keys) {
        try {
            IdentityView logged = SealedRevision.of(payload).open(keys.open());
            return Objects.equals(current, Personal.of(logged));
        } catch (RuntimeException e) {
            // The exception names no value.
            LOG.errorf("A sealed revision cannot be compared: %s", e.getClass().getSimpleName());
            return false;
        }
    }
}
