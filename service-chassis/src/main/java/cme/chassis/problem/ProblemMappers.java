package cme.chassis.problem;

import cme.chassis.database.DatabaseDisk;
import cme.chassis.database.Outage;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns every exception of a request into problem details and logs failures once. The answer never
/// contains a stack trace, class name or SQL.
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final DatabaseDisk disk;

    ProblemMappers(DatabaseDisk disk) {
        this.disk = disk;
    }

    @ServerExceptionMapper
    public Response invalid(InvalidRequest refused) {
        return refused.problem().response();
    }

    @ServerExceptionMapper
    public Response missing(NoSuchResource missing) {
        return missing.problem().response();
    }

    @ServerExceptionMapper
    public Response tooLarge(TooLarge refused) {
        return refused.problem().response();
    }

    @ServerExceptionMapper
    public Response unavailable(Unavailable refused) {
        return refused.problem().response();
    }

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = 1)
    public Response unauthenticated(SecurityException refused) {
        return Problem.unauthorized().response();
    }

    /// No token can be checked before the keys of the issuer were fetched for the first time.
    @ServerExceptionMapper
    public Response issuerIsAway(OIDCException failure) {
        LOG.warnf("Refused a request: %s", failure.getMessage());
        return Problem.unavailable(
                        "The issuer of tokens does not answer. Sending the same again is safe.")
                .response();
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = 1)
    public Response forbidden(SecurityException refused) {
        return Problem.forbidden("Your role does not allow this.").response();
    }

    @ServerExceptionMapper
    public Response byFramework(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return status >= 500 || isCutShort(refused)
                ? unexpected(refused)
                : HttpStatusProblem.of(status).response();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        if (Outage.isFullDisk(failure)) {
            disk.look(failure);
            return Problem.unavailable(
                            "The database has no room. Nothing was done; sending the same again is"
                                    + " safe.")
                    .response();
        }
        if (Outage.isBehind(failure)) {
            LOG.warnf("Refused a request: the database is unavailable (%s)", Outage.of(failure));
            return Problem.unavailable(
                            "The database does not answer in time. Sending the same again is safe.")
                    .response();
        }
        if (isCutShort(failure)) {
            LOG.debugf("A body stopped arriving: %s", failure.getMessage());
            return Problem.bodyTooSlow().response();
        }
        UUID incident = UUID.randomUUID();
        LOG.errorf(failure, "Request failed, incident %s", incident);
        return Problem.of(500, "internal-error", "Internal error", "Incident " + incident + ".")
                .response();
    }

    /// True when the caller went away or stopped sending in the middle of the body, which is not a
    /// failure of the service.
    private static boolean isCutShort(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 10; depth++, at = at.getCause()) {
            if (at instanceof HttpClosedException || at instanceof BodyInterrupted) {
                return true;
            }
        }
        return false;
    }
}
