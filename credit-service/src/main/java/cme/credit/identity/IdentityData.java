package cme.credit.identity;

import cme.chassis.secret.KeyRing;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The revisions of a person's numbers. Erasing takes names, days of birth and NPIs out of the
/// register, and destroys the keys that they are sealed with in the event log.
@Singleton
final class IdentityData implements PersonalDataStore {
    private static final String LIST =
            """
            select seq, payload, recorded_by from event_log
            where key = any(:numbers) and type = :type and seq > :after
            order by seq limit :limit
            """;

    private static final String NOTE =
            """
            insert into identity_erasure (id, diplomate_id, reason, erased_at, erased_by)
            select gen_random_uuid(), number, :reason, :at, :by from unnest(:numbers) as number
            """;

    private final Identities identities;
    private final IdentityChanges changes;
    private final PersonKeys keys;

    IdentityData(Identities identities, IdentityChanges changes, PersonKeys keys) {
        this.identities = identities;
        this.changes = changes;
        this.keys = keys;
    }

    @Override
    public Kind kind() {
        return Kind.IDENTITY_REVISION;
    }

    @Override
    public List<Datum> list(Handle handle, Person person, String after, int limit) {
        Map<String, KeyRing> known = keys.byId(handle, person.numbers());
        return handle.createQuery(LIST)
                .bind("numbers", Person.array(person.numbers()))
                .bind("type", IdentityChanges.EVENT)
                .bind("after", after.isEmpty() ? 0 : Long.parseLong(after))
                .bind("limit", limit)
                .map((row, _) -> new Datum(row.getString("seq"), IdentityList.revision(row, known)))
                .list();
    }

    @Override
    public int erase(Handle transaction, Person person, Erasure erasure) {
        List<Identity> described =
                identities.list("diplomateId in ?1 and erasedAt is null", person.numbers());
        described.forEach(identity -> identity.erase(erasure.at(), erasure.by()));
        identities.flush();
        List<IdentityView> views = described.stream().map(Identity::toView).toList();
        changes.log(transaction, views, erasure.by());
        changes.logErased(transaction, views, erasure.by());
        keys.destroy(transaction, person.numbers(), erasure.at());
        transaction
                .createUpdate(NOTE)
                .bind("numbers", Person.array(person.numbers()))
                .bind("reason", erasure.reason())
                .bind("at", erasure.at().atOffset(ZoneOffset.UTC))
                .bind("by", erasure.by())
                .execute();
        return views.size();
    }
}
