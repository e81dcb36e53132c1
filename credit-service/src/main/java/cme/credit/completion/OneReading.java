package cme.credit.completion;

import cme.credit.activity.Activities;
import cme.credit.activity.Activity;
import cme.credit.completion.Prepared.Whole;
import cme.credit.identity.Candidate;
import cme.credit.identity.Claim;
import cme.credit.identity.Identities;
import cme.credit.identity.IdentityMatching;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Everything that judging one posting asks the database, asked in one round trip: the locks are
/// taken, and then, by statements of their own that see what was committed meanwhile, the activity,
/// what stands, and whom it could mean are read.
///
/// @param activities that of the posting, by code; empty when it is unknown or has none
/// @param standings what stands under its `externalId`
/// @param identities prepared for its claim
record OneReading(
        Map<String, Activity> activities,
        Map<String, Standing> standings,
        IdentityMatching identities) {

    /// Each is a look at a unique key or two, for which one plan is right however large the tables
    /// are, as long as it goes by the index: so they are planned once and not for each posting.
    private static final String PLAN_ONCE =
            """
            select set_config('plan_cache_mode', 'force_generic_plan', true),
                set_config('enable_seqscan', 'off', true),
            """;

    private static final String ALL =
            String.join(
                    ";\n",
                    PLAN_ONCE + PostingLock.FOR_ONE,
                    Activities.FIND,
                    Completions.STANDINGS,
                    Identities.CANDIDATES);

    static OneReading of(Handle transaction, Poster poster, Whole whole) {
        Posted posted = whole.posted();
        Claim claim = whole.claim();
        return transaction
                .createQuery(ALL)
                .bind("poster", poster.key())
                .bind("externalId", posted.externalId())
                .bind("codes", array(posted.activity()))
                .bind("externalIds", array(posted.externalId()))
                .bind("roster", (String) null)
                .bind("posting", 0)
                .bind("ids", array(claim.diplomateId()))
                .bind("npis", array(claim.npi()))
                .execute(OneReading::read);
    }

    private static String[] array(@Nullable String value) {
        return value == null ? new String[0] : new String[] {value};
    }

    private static OneReading read(Supplier<PreparedStatement> executed, StatementContext context)
            throws SQLException {
        try (context) {
            PreparedStatement statement = executed.get();
            Map<String, Activity> activities = new HashMap<>();
            for (Activity activity : next(statement, Activities::activity)) {
                activities.put(activity.code(), activity);
            }
            Map<String, Standing> standings = new HashMap<>();
            for (Standing standing : next(statement, Completions::standing)) {
                standings.put(standing.externalId(), standing);
            }
            List<Candidate> candidates = next(statement, Identities::candidate);
            return new OneReading(activities, standings, IdentityMatching.among(candidates));
        }
    }

    /// The rows of the next statement; the first one answers nothing but that the locks are taken.
    private static <T> List<T> next(PreparedStatement statement, Reader<T> reader)
            throws SQLException {
        if (!statement.getMoreResults()) {
            throw new IllegalStateException("every statement answers rows");
        }
        List<T> read = new ArrayList<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                read.add(reader.read(rows));
            }
        }
        return read;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
