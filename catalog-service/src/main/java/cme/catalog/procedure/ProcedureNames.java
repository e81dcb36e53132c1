package cme.catalog.procedure;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Finds tracer procedures for approvals that refer to them. A procedure that was found keeps its
/// names until the transaction ends, because activities are indexed by them. Must be called before
/// activities are locked, because a rename locks in this order too.
@Singleton
public class ProcedureNames {

    private static final String LOCK =
            "select code from tracer_procedure where :all or code = any(:codes) order by code for share";

    public Set<String> all(Handle transaction) {
        return lock(transaction, true);
    }

    /// Those of the codes that exist.
    public Set<String> existing(Handle transaction, Collection<ProcedureCode> codes) {
        return lock(
                transaction,
                false,
                codes.stream().map(ProcedureCode::value).toArray(String[]::new));
    }

    private static Set<String> lock(Handle transaction, boolean all, String... codes) {
        return Set.copyOf(
                transaction
                        .createQuery(LOCK)
                        .bind("all", all)
                        .bind("codes", codes)
                        .mapTo(String.class)
                        .list());
    }
}
