package cme.credit.correction;

import cme.credit.completion.CompletionView;
import cme.credit.completion.Completions;
import cme.credit.completion.StoredJson;
import cme.credit.identity.Person;
import cme.credit.identity.PersonalDataStore;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The revisions of completions that were a person's when they were made. What was completed stays
/// when the person is erased; the hash of the posting does not, for a day of birth can be guessed
/// from it.
@Singleton
final class CompletionData implements PersonalDataStore {
    /// A revision that moved a completion is logged for both diplomates.
    private static final String LIST =
            """
            select seq, payload from event_log
            where key = any(:numbers) and payload ->> 'diplomateId' = key and type like 'cme.credit.completion.%'
                and seq > :after
            order by seq limit :limit
            """;

    private static final String ERASE =
            """
            update completion set content_hash = :erased
            where diplomate_id = any(:numbers) and content_hash <> :erased
            """;

    @Override
    public Kind kind() {
        return Kind.COMPLETION_REVISION;
    }

    @Override
    public List<Datum> list(Handle handle, Person person, String after, int limit) {
        return handle.createQuery(LIST)
                .bind("numbers", Person.array(person.numbers()))
                .bind("after", after.isEmpty() ? 0 : Long.parseLong(after))
                .bind("limit", limit)
                .map(
                        (row, _) ->
                                new Datum(
                                        row.getString("seq"),
                                        StoredJson.read(
                                                row.getString("payload"), CompletionView.class)))
                .list();
    }

    @Override
    public int erase(Handle transaction, Person person, Erasure erasure) {
        return transaction
                .createUpdate(ERASE)
                .bind("numbers", Person.array(person.numbers()))
                .bind("erased", Completions.ERASED_HASH)
                .execute();
    }
}
