package cme.credit.identity;

import cme.chassis.chain.CurrentRows;
import cme.chassis.chain.CurrentRows.Column;
import cme.chassis.chain.CurrentRows.Field;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.List;

/// The current identities must agree with the last revisions in the event log. What is sealed there
/// is compared by [SealedIdentityRows].
final class IdentityRows {

    @Produces
    @Singleton
    static CurrentRows rows() {
        return new CurrentRows(
                "identity",
                List.of(new Column("diplomate_id", "text")),
                "r.diplomate_id",
                "e.type = '" + IdentityChanges.EVENT + "'",
                List.of(),
                "r.diplomate_id = e.key",
                List.of(
                        Field.of("revision", "r.revision"),
                        Field.of("mergedInto", "r.merged_into"),
                        Field.ofInstant("updatedAt", "r.updated_at"),
                        Field.ofInstant("erasedAt", "r.erased_at"),
                        new Field("e.recorded_by", "r.updated_by")));
    }
}
