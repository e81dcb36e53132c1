package cme.catalog.editing;

import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Description;
import cme.catalog.activity.ProcedureCode;
import cme.catalog.procedure.TracerProcedures;
import cme.catalog.provider.Providers;
import cme.catalog.register.CapGroups;
import cme.chassis.problem.Violation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Whether what an activity refers to is there and agrees.
@Singleton
class References {

    private final Providers providers;
    private final TracerProcedures procedures;
    private final CapGroups caps;

    References(Providers providers, TracerProcedures procedures, CapGroups caps) {
        this.providers = providers;
        this.procedures = procedures;
        this.caps = caps;
    }

    /// What is wrong with the references; when nothing is, the cap group is there and agrees.
    List<Violation> violations(Handle transaction, ActivityCode code, Description description) {
        var violations = new ArrayList<Violation>();
        var provider = description.provider().value();
        if (!providers.known(transaction, Set.of(provider)).contains(provider)) {
            violations.add(
                    new Violation(
                            "/provider",
                            "provider.unknown",
                            "There is no provider %s; the board adds it.".formatted(provider)));
        }
        var cap = description.cap();
        if (cap != null) {
            var settled = caps.settle(transaction, List.of(cap)).get(cap.group());
            if (!cap.credits().equals(settled)) {
                if (caps.hasOthers(transaction, cap.group(), code)) {
                    violations.add(
                            new Violation(
                                    "/cap/credits",
                                    "cap.differs",
                                    "Every activity of %s is capped at %s; change the group instead."
                                            .formatted(cap.group(), settled)));
                } else {
                    caps.change(transaction, cap);
                }
            }
        }
        return List.copyOf(violations);
    }

    /// One violation for each tracer procedure that does not exist.
    List<Violation> violations(Handle transaction, Approval approval) {
        var codes = approval.procedures().stream().map(ProcedureCode::value).toList();
        var known = procedures.known(transaction, codes);
        return codes.stream()
                .filter(code -> !known.contains(code))
                .map(
                        code ->
                                new Violation(
                                        "/procedures",
                                        "procedure.unknown",
                                        "There is no tracer procedure %s.".formatted(code)))
                .toList();
    }
}
