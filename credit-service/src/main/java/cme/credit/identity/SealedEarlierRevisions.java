package cme.credit.identity;

import cme.chassis.database.Columns;
import cme.chassis.json.StrictJson;
import cme.chassis.secret.KeyRing;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.arc.Arc;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Seals once, in the event log, the revisions of diplomates from before they were sealed. It is a
/// migration because nobody but the owner of the database may change the log, and because it has to
/// be over before anything is made of the log's content.
public final class SealedEarlierRevisions implements JavaMigration {
    private static final int STEP = 2_000;

    private static final String PLAIN =
            """
            select seq, payload from event_log
            where type = :type and seq > :after and jsonb_exists(payload, 'familyName')
            order by seq limit :limit
            """;

    private static final String SEAL =
            """
            update event_log set payload = n.payload::jsonb
            from unnest(:seqs::text[], :payloads::text[]) as n (seq, payload)
            where event_log.seq = n.seq::bigint
            """;

    private record Plain(long seq, IdentityView revision) {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("13.1");
    }

    @Override
    public String getDescription() {
        return "sealed earlier revisions";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        KeyRing ring = Arc.container().instance(KeyRing.class).get();
        Jdbi jdbi = Jdbi.create(context.getConnection());
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.useHandle(
                handle -> {
                    handle.execute("set local statement_timeout = 0");
                    sealAll(handle, new PersonKeys(ring));
                });
    }

    /// Works in steps, so that a long log takes no memory.
    static void sealAll(Handle transaction, PersonKeys keys) {
        List<Plain> step = plain(transaction, 0);
        while (!step.isEmpty()) {
            seal(transaction, keys, step);
            step = plain(transaction, step.getLast().seq());
        }
    }

    private static List<Plain> plain(Handle transaction, long after) {
        return transaction
                .createQuery(PLAIN)
                .bind("type", IdentityChanges.EVENT)
                .bind("after", after)
                .bind("limit", STEP)
                .map((row, _) -> new Plain(row.getLong("seq"), revision(row.getString("payload"))))
                .list();
    }

    private static void seal(Handle transaction, PersonKeys keys, List<Plain> step) {
        Instant first = step.getFirst().revision().updatedAt();
        Map<String, KeyRing> current =
                keys.current(
                        transaction,
                        step.stream().map(one -> one.revision().diplomateId()).distinct().toList(),
                        first);
        transaction
                .createUpdate(SEAL)
                .bind("seqs", Columns.of(step, Plain::seq))
                .bind("payloads", Columns.of(step, one -> payload(one.revision(), current)))
                .execute();
    }

    private static String payload(IdentityView revision, Map<String, KeyRing> keys) {
        return SealedRevision.of(revision, keys.get(revision.diplomateId())).payload();
    }

    private static IdentityView revision(String payload) {
        try {
            return StrictJson.mapper().readValue(payload, IdentityView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "A revision of an identity cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
