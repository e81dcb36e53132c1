package cme.credit.identity;

import cme.chassis.database.Columns;
import cme.chassis.secret.CannotOpen;
import cme.chassis.secret.KeyRing;
import cme.chassis.secret.SealedValue;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The keys under which personal data stand where nothing is ever changed. Each number has its own,
/// so that destroying it erases that person and nobody else (decision 20).
@Singleton
final class PersonKeys {
    private static final String OF =
            """
            select diplomate_id, id, sealed from person_key
            where diplomate_id = any(:numbers) and sealed is not null
            """;

    private static final String MAKE =
            """
            insert into person_key (id, diplomate_id, sealed, made_at)
            select id::uuid, number, sealed, :at
            from unnest(:ids::text[], :numbers::text[], :sealed::text[]) as n (id, number, sealed)
            """;

    private static final String DESTROY =
            """
            update person_key set sealed = null, destroyed_at = :at
            where diplomate_id = any(:numbers) and destroyed_at is null
            """;

    private static final String AFTER =
            """
            select id, sealed from person_key
            where id > :after and sealed is not null order by id limit :limit for update
            """;

    private static final String SEAL_AGAIN =
            """
            update person_key set sealed = n.sealed from unnest(:ids::text[], :sealed::text[]) as n (id, sealed)
            where person_key.id = n.id::uuid
            """;

    private final KeyRing ring;

    PersonKeys(KeyRing ring) {
        this.ring = ring;
    }

    private record Stored(String number, UUID id, SealedValue sealed) {}

    private record Made(String number, UUID id, byte[] key) {}

    /// The key of each number, to seal with; a number that has none gets one.
    Map<String, KeyRing> current(Handle transaction, Collection<String> numbers, Instant at) {
        Map<String, KeyRing> keys = new HashMap<>();
        stored(transaction, numbers)
                .forEach(stored -> keys.put(stored.number(), ring(stored.id(), open(stored))));
        List<Made> made = new ArrayList<>();
        for (String number : numbers) {
            if (!keys.containsKey(number)) {
                var one = new Made(number, UUID.randomUUID(), KeyRing.newKey());
                made.add(one);
                keys.put(number, ring(one.id(), one.key()));
            }
        }
        store(transaction, made, at);
        return keys;
    }

    private void store(Handle transaction, List<Made> made, Instant at) {
        if (made.isEmpty()) {
            return;
        }
        transaction
                .createUpdate(MAKE)
                .bind("ids", Columns.of(made, Made::id))
                .bind("numbers", Columns.of(made, Made::number))
                .bind(
                        "sealed",
                        Columns.of(made, one -> ring.seal(one.key(), context(one.id())).text()))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// The keys of the numbers that are not destroyed, by their ids.
    Map<String, KeyRing> byId(Handle handle, Collection<String> numbers) {
        Map<String, KeyRing> keys = new HashMap<>();
        stored(handle, numbers)
                .forEach(
                        stored ->
                                keys.put(stored.id().toString(), ring(stored.id(), open(stored))));
        return keys;
    }

    /// The key of a number as its row has it, by its id.
    ///
    /// @throws RuntimeException when the row was altered
    Map<String, KeyRing> opened(UUID id, String sealed) {
        byte[] key = ring.open(SealedValue.parse(sealed), context(id));
        return Map.of(id.toString(), ring(id, key));
    }

    /// Makes everything unreadable for good that was ever sealed for the numbers.
    void destroy(Handle transaction, Collection<String> numbers, Instant at) {
        transaction
                .createUpdate(DESTROY)
                .bind("numbers", numbers.toArray(String[]::new))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// A look at some keys.
    ///
    /// @param last the last id that was looked at; the same as before when there is no other
    /// @param unreadable how many cannot be opened: their key of the service is missing, or they
    ///   were changed
    record Renewed(UUID last, int unreadable) {}

    private record Text(UUID id, String sealed) {}

    /// Seals keys again that a former key of the service has sealed, and passes over those that
    /// cannot be opened.
    ///
    /// @param after the last id of the call before
    Renewed sealAgain(Handle transaction, UUID after, int limit) {
        List<Text> page =
                transaction
                        .createQuery(AFTER)
                        .bind("after", after)
                        .bind("limit", limit)
                        .map(
                                (row, _) ->
                                        new Text(
                                                row.getObject("id", UUID.class),
                                                row.getString("sealed")))
                        .list();
        List<Text> renewed = new ArrayList<>();
        int unreadable = 0;
        for (Text key : page) {
            try {
                SealedValue sealed = SealedValue.parse(key.sealed());
                if (!ring.isCurrent(sealed)) {
                    byte[] opened = ring.open(sealed, context(key.id()));
                    renewed.add(new Text(key.id(), ring.seal(opened, context(key.id())).text()));
                }
            } catch (CannotOpen | IllegalArgumentException e) {
                unreadable++;
            }
        }
        replace(transaction, renewed);
        return new Renewed(page.isEmpty() ? after : page.getLast().id(), unreadable);
    }

    private static void replace(Handle transaction, List<Text> renewed) {
        if (!renewed.isEmpty()) {
            transaction
                    .createUpdate(SEAL_AGAIN)
                    .bind("ids", Columns.of(renewed, Text::id))
                    .bind("sealed", Columns.of(renewed, Text::sealed))
                    .execute();
        }
    }

    private List<Stored> stored(Handle handle, Collection<String> numbers) {
        return handle.createQuery(OF)
                .bind("numbers", numbers.toArray(String[]::new))
                .map((row, _) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("diplomate_id"),
                row.getObject("id", UUID.class),
                SealedValue.parse(row.getString("sealed")));
    }

    private byte[] open(Stored stored) {
        return ring.open(stored.sealed(), context(stored.id()));
    }

    private static KeyRing ring(UUID id, byte[] key) {
        return KeyRing.of(id.toString(), key);
    }

    /// A sealed key opens only in its own row.
    private static String context(UUID id) {
        return "person_key/" + id;
    }
}
