package cme.credit.access;

import cme.chassis.http.Caller;
import cme.chassis.problem.Problem;
import cme.credit.activity.Providers;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses every request of a society whose provider the catalog does not have (domain, section 4),
/// so that no operation has to ask.
public class ProviderCheck {

    private final Caller caller;
    private final Providers providers;

    ProviderCheck(Caller caller, Providers providers) {
        this.caller = caller;
        this.providers = providers;
    }

    @ServerRequestFilter
    public Optional<Response> check(ResourceInfo operation) {
        if (isOpen(operation) || !caller.is(Roles.SOCIETY) || caller.is(Roles.BOARD)) {
            return Optional.empty();
        }
        // Without the claim a token does not have the role.
        String provider = caller.claim(Roles.PROVIDER).orElseThrow();
        return switch (providers.find(provider)) {
            case KNOWN -> Optional.empty();
            case UNKNOWN ->
                    Optional.of(
                            Problem.of(
                                            403,
                                            "provider-unknown",
                                            "Not allowed",
                                            "The catalog has no provider %s, which the token speaks for; the board adds it."
                                                    .formatted(provider))
                                    .response());
            case NOT_READ_YET ->
                    Optional.of(
                            Problem.unavailable("The providers of the catalog are not known yet.")
                                    .response());
        };
    }

    private static boolean isOpen(ResourceInfo operation) {
        Method method = operation.getResourceMethod();
        return method.isAnnotationPresent(PermitAll.class)
                || operation.getResourceClass().isAnnotationPresent(PermitAll.class)
                        && !method.isAnnotationPresent(RolesAllowed.class);
    }
}
