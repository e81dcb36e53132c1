package cme.chassis.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jspecify.annotations.Nullable;

/// The paths of all operations with their methods. The framework looks at one resource class after
/// the other, and so takes a path for another one with variables, or for missing, when its method
/// is in a class that it does not look at.
@Singleton
public class Routes {

    private volatile @Nullable List<Route> all;

    /// @param literals the number of characters outside of variables: the more, the better it fits
    private record Route(String method, Pattern path, int literals, Operation operation) {

        static Route of(String method, String template, RuntimeResource resource) {
            var path = new StringBuilder();
            int literals = 0;
            for (int at = 0; at < template.length(); at++) {
                if (template.charAt(at) == '{') {
                    int end = endOfVariable(template, at);
                    path.append(expression(template.substring(at + 1, end)));
                    at = end;
                } else {
                    path.append(Pattern.quote(template.substring(at, at + 1)));
                    literals++;
                }
            }
            return new Route(
                    method,
                    Pattern.compile(path + "/?"),
                    literals,
                    new Operation(
                            withoutExpressions(template),
                            resource.getResourceClass(),
                            resource.getLazyMethod().getMethod()));
        }

        /// `/v1/items/{id}` of `/v1/items/{id: [0-9]{1,18}}`.
        private static String withoutExpressions(String template) {
            var path = new StringBuilder();
            for (int at = 0; at < template.length(); at++) {
                path.append(template.charAt(at));
                if (template.charAt(at) == '{') {
                    int end = endOfVariable(template, at);
                    path.append(template.substring(at + 1, end).split(":", 2)[0].strip())
                            .append('}');
                    at = end;
                }
            }
            return path.toString();
        }

        /// An expression may have braces of its own, as in `{id: [0-9]{1,18}}`.
        private static int endOfVariable(String template, int start) {
            int depth = 0;
            int at = start;
            do {
                depth += template.charAt(at) == '{' ? 1 : template.charAt(at) == '}' ? -1 : 0;
                at++;
            } while (depth > 0);
            return at - 1;
        }

        private static String expression(String variable) {
            int colon = variable.indexOf(':');
            return colon < 0 ? "[^/]+" : "(?:" + variable.substring(colon + 1).strip() + ")";
        }
    }

    /// An operation as its resource declares it.
    ///
    /// @param template of the path, with the names of its variables
    public record Operation(String template, Class<?> resource, Method method) {}

    /// The operation that answers the request; empty when there is none.
    ///
    /// @param path as sent, without the query
    public Optional<Operation> operation(String method, String path) {
        return all().stream()
                .filter(route -> route.method().equals(method))
                .filter(route -> route.path().matcher(path).matches())
                .max(Comparator.comparingInt(Route::literals))
                .map(Route::operation);
    }

    /// The methods of the resource at the path; empty when there is none.
    ///
    /// @param path as sent, without the query
    Set<String> methods(String path) {
        List<Route> fitting =
                all().stream().filter(route -> route.path().matcher(path).matches()).toList();
        int best = fitting.stream().mapToInt(Route::literals).max().orElse(0);
        var methods = new TreeSet<String>();
        fitting.stream()
                .filter(route -> route.literals() == best)
                .forEach(route -> methods.add(route.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    /// The framework knows them only after it has started.
    private List<Route> all() {
        List<Route> known = all;
        if (known == null) {
            known = read();
            all = known;
        }
        return known;
    }

    private static List<Route> read() {
        var routes = new ArrayList<Route>();
        for (var resource : ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()) {
            if (resource.value.handlers[0] instanceof ClassRoutingHandler routing) {
                routing.getMappers()
                        .forEach(
                                (method, operations) ->
                                        operations.getTemplates().stream()
                                                .map(
                                                        o ->
                                                                Route.of(
                                                                        method,
                                                                        joined(resource, o),
                                                                        o.value))
                                                .forEach(routes::add));
            }
        }
        return List.copyOf(routes);
    }

    private static String joined(RequestPath<?> resource, RequestPath<?> operation) {
        String own = operation.template.template;
        return own.equals("/") ? resource.template.template : resource.template.template + own;
    }
}
