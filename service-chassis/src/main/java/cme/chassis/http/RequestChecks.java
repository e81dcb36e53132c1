package cme.chassis.http;

import cme.chassis.json.Fields;
import cme.chassis.problem.Problem;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// The checks of the requests to every operation, so that no resource has to make them.
public class RequestChecks {

    private final Routes routes;

    RequestChecks(Routes routes) {
        this.routes = routes;
    }

    /// Refuses a method that the resource does not have, and headers that cannot be read.
    @ServerRequestFilter(preMatching = true)
    public Optional<Response> beforeMatching(ContainerRequestContext request) {
        Set<String> methods = routes.lookup(request).methods();
        if (!methods.isEmpty() && request.getMethod().equals(HttpMethod.OPTIONS)) {
            return Optional.of(allowing(Response.noContent(), methods));
        }
        if (!methods.isEmpty() && !methods.contains(request.getMethod())) {
            return Optional.of(
                    allowing(
                            Response.fromResponse(Problem.methodNotAllowed().response()), methods));
        }
        if (!isReadable(request::getAcceptableMediaTypes)) {
            return Optional.of(
                    Problem.unreadable("The header Accept is not a list of media types.")
                            .response());
        }
        return isReadable(request::getMediaType)
                ? Optional.empty()
                : Optional.of(Problem.unsupportedMediaType().response());
    }

    private static Response allowing(Response.ResponseBuilder answer, Set<String> methods) {
        return answer.header("Allow", String.join(", ", methods)).build();
    }

    private static boolean isReadable(Supplier<?> header) {
        try {
            header.get();
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /// Refuses a media type that the operation does not give, and parameters of the query that it
    /// does not have. An operation that takes the [UriInfo] reads its query itself, by [Fields],
    /// and completes them.
    @ServerRequestFilter
    public Optional<Response> afterMatching(
            ContainerRequestContext request, ResourceInfo operation, UriInfo uri) {
        if (!isGiven(operation, request.getAcceptableMediaTypes())) {
            return Optional.of(Problem.notAcceptable().response());
        }
        if (uri.getRequestUri().getRawQuery() != null
                && !readsItself(operation.getResourceMethod())) {
            Fields.ofQuery(uri).complete();
        }
        return Optional.empty();
    }

    /// The framework does not compare the media types where several methods share a path.
    private static boolean isGiven(ResourceInfo operation, List<MediaType> accepted) {
        Produces ofMethod = operation.getResourceMethod().getAnnotation(Produces.class);
        Produces given =
                ofMethod == null
                        ? operation.getResourceClass().getAnnotation(Produces.class)
                        : ofMethod;
        return given == null
                || accepted.contains(MediaType.WILDCARD_TYPE)
                || Arrays.stream(given.value())
                        .map(MediaType::valueOf)
                        .anyMatch(type -> accepted.stream().anyMatch(type::isCompatible));
    }

    private static boolean readsItself(Method operation) {
        return Arrays.asList(operation.getParameterTypes()).contains(UriInfo.class);
    }
}
