package cme.credit.identity;

import cme.chassis.chain.CurrentRows;
import cme.chassis.chain.CurrentRows.Column;
import cme.chassis.chain.CurrentRows.Field;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// The current identities must agree with the last revisions in the event log.
final class IdentityRows {

    /// Entries that do not carry the name in the clear say nothing to compare about the person.
    private static final String IN_THE_CLEAR = "jsonb_exists(e.payload, 'familyName')";

    @Produces
    @Singleton
    static CurrentRows rows() {
        return new CurrentRows(
                "identity",
                List.of(new Column("diplomate_id", "text")),
                "r.diplomate_id",
                "e.type = '" + IdentityChanges.EVENT + "'",
                "e.key = r.diplomate_id",
                "r.diplomate_id = e.key",
                List.of(
                        Field.of("revision", "r.revision"),
                        Field.of("mergedInto", "r.merged_into"),
                        Field.of("npi", "r.npi").when(IN_THE_CLEAR),
                        Field.of("givenName", "r.given_name").when(IN_THE_CLEAR),
                        Field.of("familyName", "r.family_name").when(IN_THE_CLEAR),
                        Field.of("birthMonthDay", "r.birth_month_day").when(IN_THE_CLEAR),
                        Field.of("insistence", "r.insistence").when(IN_THE_CLEAR),
                        Field.ofInstant("updatedAt", "r.updated_at"),
                        new Field("e.recorded_by", "r.updated_by")));
    }
}
