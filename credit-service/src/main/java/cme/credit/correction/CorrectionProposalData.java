package cme.credit.correction;

import cme.credit.identity.Person;
import cme.credit.identity.PersonalDataStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The proposed corrections of a person's completions, and those that name the person. A proposal
/// may name somebody else, who is not shown.
@Singleton
final class CorrectionProposalData implements PersonalDataStore {
    private static final String NAMES =
            "(correction ->> 'diplomateId' = any(:numbers) or correction ->> 'npi' = any(:npis))";

    private static final String OWN =
            "completion in (select id from completion where diplomate_id = any(:numbers))";

    private static final String WITHOUT_PERSON =
            "correction - '{diplomateId,npi,familyName,birthMonthDay}'::text[]";

    private static final String LIST =
            """
            select id, completion, revision, poster, state, proposed_at, decided_at, decision_reason,
                case when %s then correction else %s end as correction
            from correction_proposal where %s and id::text > :after order by id::text limit :limit
            """
                    .formatted(NAMES, WITHOUT_PERSON, OWN);

    private static final String WAITING =
            "select count(*) from correction_proposal where state = 'PROPOSED' and " + NAMES;

    private static final String ERASE =
            """
            update correction_proposal set correction = %1$s
            where (%2$s or %3$s) and state <> 'PROPOSED' and correction <> %1$s
            """
                    .formatted(WITHOUT_PERSON, NAMES, OWN);

    private static final String OUTDATE =
            """
            update correction_proposal set correction = %1$s
            where id in (
                select id from correction_proposal
                where state <> 'PROPOSED' and decided_at < :before and correction <> %1$s limit :limit)
            """
                    .formatted(WITHOUT_PERSON);

    @Override
    public Kind kind() {
        return Kind.CORRECTION_PROPOSAL;
    }

    @Override
    public List<Datum> list(Handle handle, Person person, String after, int limit) {
        return handle.createQuery(LIST)
                .bind("numbers", Person.array(person.numbers()))
                .bind("npis", Person.array(person.npis()))
                .bind("after", after)
                .bind("limit", limit)
                .map(
                        (row, _) ->
                                new Datum(
                                        row.getString("id"), CorrectionProposals.kept(row).view()))
                .list();
    }

    @Override
    public int waiting(Handle handle, Person person) {
        return handle.createQuery(WAITING)
                .bind("numbers", Person.array(person.numbers()))
                .bind("npis", Person.array(person.npis()))
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public int erase(Handle transaction, Person person, Erasure erasure) {
        return transaction
                .createUpdate(ERASE)
                .bind("numbers", Person.array(person.numbers()))
                .bind("npis", Person.array(person.npis()))
                .execute();
    }

    @Override
    public int outdate(Handle transaction, Instant before, Instant at, int limit) {
        return transaction
                .createUpdate(OUTDATE)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .execute();
    }
}
