package cme.chassis.problem;

import cme.chassis.database.Outage;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import java.util.UUID;

/// Turns whatever ends a request early into problem details, and logs it once. What goes out never
/// holds a stack trace, class name or SQL.
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response invalid(InvalidRequest refused) {
        return refused.problem().response();
    }

    @ServerExceptionMapper
    public Response missing(NoSuchResource missing) {
        return missing.problem().response();
    }

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = 1)
    public Response unauthenticated(SecurityException refused) {
        return Problem.unauthorized().response();
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = 1)
    public Response forbidden(SecurityException refused) {
        return Problem.forbidden("Your role does not allow this.").response();
    }

    @ServerExceptionMapper
    public Response byFramework(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return status >= 500 ? unexpected(refused) : HttpStatusProblem.of(status).response();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        if (Outage.isBehind(failure)) {
            LOG.warnf("Refused a request: the database cannot be reached (%s)", Outage.of(failure));
            return Problem.unavailable(
                            "The database cannot be reached. Send the same again: what was done already is not done twice.")
                    .response();
        }
        var incident = UUID.randomUUID();
        LOG.errorf(failure, "Request failed, incident %s", incident);
        return Problem.of(500, "internal-error", "Internal error", "Incident " + incident + ".")
                .response();
    }
}
