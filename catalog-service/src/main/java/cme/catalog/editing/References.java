package cme.catalog.editing;

import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Description;
import cme.catalog.activity.Description.Cap;
import cme.catalog.cap.CapGroupService;
import cme.catalog.procedure.ProcedureNames;
import cme.catalog.provider.ProviderCode;
import cme.catalog.provider.ProviderNames;
import cme.chassis.problem.Violation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Checks that the provider, tracer procedures and cap group of an activity exist and agree with
/// it, and locks them.
@Singleton
class References {

    private final ProviderNames providers;
    private final ProcedureNames procedures;
    private final CapGroupService caps;

    References(ProviderNames providers, ProcedureNames procedures, CapGroupService caps) {
        this.providers = providers;
        this.procedures = procedures;
        this.caps = caps;
    }

    /// @return false when there is no such provider
    boolean lockToPropose(Handle transaction, ProviderCode provider) {
        return providers.lockToPropose(transaction, provider);
    }

    List<Violation> lockProvider(Handle transaction, ProviderCode provider) {
        return providers.exists(transaction, provider)
                ? List.of()
                : List.of(
                        new Violation(
                                "/provider",
                                "provider.unknown",
                                "There is no provider %s; the board adds it.".formatted(provider)));
    }

    /// One violation for each tracer procedure that does not exist.
    List<Violation> lockProcedures(Handle transaction, Approval approval) {
        Set<String> existing = procedures.existing(transaction, approval.procedures());
        return approval.procedures().stream()
                .filter(code -> !existing.contains(code.value()))
                .map(
                        code ->
                                new Violation(
                                        "/procedures",
                                        "procedure.unknown",
                                        "There is no tracer procedure %s.".formatted(code)))
                .toList();
    }

    /// Caps the group as described, unless other activities of the group share another cap.
    List<Violation> agreeOnCap(Handle transaction, ActivityCode code, Description description) {
        Cap cap = description.cap();
        if (cap == null) {
            return List.of();
        }
        return caps
                .agree(transaction, cap, code)
                .map(
                        shared ->
                                new Violation(
                                        "/cap/credits",
                                        "cap.differs",
                                        "Every activity of %s is capped at %s; change the group instead."
                                                .formatted(cap.group(), shared)))
                .stream()
                .toList();
    }
}
