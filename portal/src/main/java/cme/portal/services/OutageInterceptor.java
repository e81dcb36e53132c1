package cme.portal.services;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.jboss.logging.Logger;

/// Makes a [ServiceProblem] of a service that cannot be reached, does not answer in time, or
/// answers what cannot be read.
@OutagesAsProblems
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class OutageInterceptor {
    private static final Logger LOG = Logger.getLogger(OutageInterceptor.class);

    @AroundInvoke
    Object ask(InvocationContext question) throws Exception {
        try {
            return question.proceed();
        } catch (ProcessingException | WebApplicationException failure) {
            throw problem(question, failure);
        }
    }

    private static ServiceProblem problem(InvocationContext question, RuntimeException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ServiceProblem problem) {
                return problem;
            }
        }
        String service = question.getInterceptorBinding(OutagesAsProblems.class).value();
        // Messages may have what was sent or the address, and with it whom it is about.
        LOG.warnf(
                "%s did not answer %s: %s",
                service, question.getMethod().getName(), root(failure).getClass().getSimpleName());
        return ServiceProblem.unreachable(service, failure);
    }

    private static Throwable root(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }
}
