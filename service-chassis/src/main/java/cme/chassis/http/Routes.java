package cme.chassis.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The paths of all operations with their methods. The framework looks at one resource class after
/// the other, and so takes a path for another one with variables, or for missing, when its method
/// is in a class that it does not look at.
///
/// They are read from the annotations of the resource classes: of operations that differ only in
/// their media types, the framework keeps neither the class nor the method.
@Singleton
public class Routes {

    /// The property of a request that keeps its lookup.
    private static final String LOOKUP = Lookup.class.getName();

    /// The routes by the first two segments of their templates, as `/v1/items`, so that a request
    /// is compared with few of them.
    private final Map<String, List<Route>> all;

    @Inject
    Routes(BeanManager beans) {
        this(
                beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .map(bean -> bean.getBeanClass())
                        .collect(Collectors.toSet()));
    }

    /// @param classes those without a path are left out
    Routes(Set<? extends Class<?>> classes) {
        all =
                classes.stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(Routes::of)
                        .collect(Collectors.groupingBy(route -> beginning(route.template())));
    }

    /// The first two segments, in which no template has a variable.
    private static String beginning(String path) {
        int second = path.indexOf('/', 1);
        int third = second < 0 ? -1 : path.indexOf('/', second + 1);
        return third < 0 ? path : path.substring(0, third);
    }

    /// The routes that fit the path of a request. They are looked up once for each request.
    public Lookup lookup(ContainerRequestContext request) {
        if (request.getProperty(LOOKUP) instanceof Lookup known) {
            return known;
        }
        Lookup found = at(request.getUriInfo().getRequestUri().getRawPath());
        request.setProperty(LOOKUP, found);
        return found;
    }

    /// @param path as sent, without the query
    Lookup at(String path) {
        return new Lookup(
                path,
                all.getOrDefault(beginning(path), List.of()).stream()
                        .filter(route -> route.path().matcher(path).matches())
                        .toList());
    }

    private static Stream<Route> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> !method.isBridge())
                .flatMap(
                        method -> {
                            Method declared = declared(method, resource);
                            return verbs(declared)
                                    .map(
                                            verb ->
                                                    Route.of(
                                                            verb,
                                                            declared.getAnnotation(Path.class),
                                                            resource,
                                                            method));
                        });
    }

    /// The method that says what the operation is: one that overrides it says it again or nothing.
    private static Method declared(Method method, Class<?> resource) {
        return Stream.<Class<?>>iterate(resource, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(other -> other.getName().equals(method.getName()))
                .filter(
                        other ->
                                Arrays.equals(
                                        other.getParameterTypes(), method.getParameterTypes()))
                .filter(other -> verbs(other).findAny().isPresent())
                .findFirst()
                .orElse(method);
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }

    /// An operation as its resource declares it.
    ///
    /// @param template of the path, with the names of its variables
    /// @param variables their values in the path of the request, decoded
    /// @param methods that answer it: one for each of its media types
    public record Operation(String template, Map<String, String> variables, List<Handler> methods) {

        public Operation {
            variables = Map.copyOf(variables);
            methods = List.copyOf(methods);
        }
    }

    /// @param resource the class of the method
    public record Handler(Class<?> resource, Method method) {}

    /// The routes that fit a path.
    public static final class Lookup {

        private final String path;
        private final List<Route> fitting;

        private Lookup(String path, List<Route> fitting) {
            this.path = path;
            this.fitting = fitting;
        }

        /// The operation that answers the method; empty when there is none.
        public Optional<Operation> operation(String method) {
            List<Route> best =
                    best(fitting.stream().filter(route -> route.verb().equals(method)).toList());
            return best.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Operation(
                                    best.getFirst().template(),
                                    best.getFirst().values(path),
                                    best.stream()
                                            .map(r -> new Handler(r.resource(), r.method()))
                                            .toList()));
        }

        /// The methods of the resource at the path; empty when there is none.
        Set<String> methods() {
            var methods = new TreeSet<String>();
            best(fitting).forEach(route -> methods.add(route.verb()));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            if (!methods.isEmpty()) {
                methods.add("OPTIONS");
            }
            return methods;
        }

        private static List<Route> best(List<Route> fitting) {
            int best = fitting.stream().mapToInt(Route::literals).max().orElse(0);
            return fitting.stream().filter(route -> route.literals() == best).toList();
        }
    }
}
