package cme.catalog.procedure;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Finds tracer procedures for approvals that refer to them.
@Singleton
public class ProcedureNames {

    /// The codes that exist. These procedures keep their names until the transaction ends, because
    /// activities are indexed by them. Must be called before activities are locked, because a
    /// rename locks in this order too.
    public Set<String> existing(Handle transaction, Collection<ProcedureCode> codes) {
        return new HashSet<>(
                transaction
                        .createQuery(
                                "select code from tracer_procedure where code = any(:codes) order by code for share")
                        .bind(
                                "codes",
                                codes.stream().map(ProcedureCode::value).toArray(String[]::new))
                        .mapTo(String.class)
                        .list());
    }
}
