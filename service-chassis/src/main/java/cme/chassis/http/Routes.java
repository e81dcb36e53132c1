package cme.chassis.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The paths of all operations with their methods. The framework looks at one resource class after
/// the other, and so takes a path for another one with variables, or for missing, when its method
/// is in a class that it does not look at.
///
/// They are read from the annotations of the resource classes: of operations that differ only in
/// their media types, the framework keeps neither the class nor the method.
@Singleton
public class Routes {

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

    private Stream<Route> fitting(String path) {
        return all.getOrDefault(beginning(path), List.of()).stream()
                .filter(route -> route.path().matcher(path).matches());
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

    /// @param path each variable is a group, named by [#group]
    /// @param variables the names of the variables, in their order
    /// @param literals the number of characters outside of variables: the more, the better it fits
    private record Route(
            String verb,
            Pattern path,
            List<String> variables,
            int literals,
            String template,
            Class<?> resource,
            Method method) {

        static Route of(String verb, @Nullable Path own, Class<?> resource, Method method) {
            String template = joined(resource.getAnnotation(Path.class), own);
            var path = new StringBuilder();
            var variables = new ArrayList<String>();
            int literals = 0;
            int at = 0;
            while (at < template.length()) {
                if (template.charAt(at) == '{') {
                    int end = endOfVariable(template, at);
                    String variable = template.substring(at + 1, end);
                    path.append(
                            "(?<%s>%s)".formatted(group(variables.size()), expression(variable)));
                    variables.add(name(variable));
                    at = end + 1;
                } else {
                    int variable = template.indexOf('{', at);
                    int end = variable < 0 ? template.length() : variable;
                    path.append(Pattern.quote(template.substring(at, end)));
                    literals += end - at;
                    at = end;
                }
            }
            return new Route(
                    verb,
                    Pattern.compile(path + "/?"),
                    List.copyOf(variables),
                    literals,
                    withoutExpressions(template),
                    resource,
                    method);
        }

        /// `/v1/items/{id}` of `/v1/items` and `{id}`.
        private static String joined(Path resource, @Nullable Path method) {
            String joined = "/" + resource.value() + "/" + (method == null ? "" : method.value());
            return joined.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        }

        /// `/v1/items/{id}` of `/v1/items/{id: [0-9]{1,18}}`.
        private static String withoutExpressions(String template) {
            var path = new StringBuilder();
            for (int at = 0; at < template.length(); at++) {
                path.append(template.charAt(at));
                if (template.charAt(at) == '{') {
                    int end = endOfVariable(template, at);
                    path.append(name(template.substring(at + 1, end))).append('}');
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

        private static String name(String variable) {
            return variable.split(":", 2)[0].strip();
        }

        private static String expression(String variable) {
            int colon = variable.indexOf(':');
            return colon < 0 ? "[^/]+" : variable.substring(colon + 1).strip();
        }

        private static String group(int variable) {
            return "variable" + variable;
        }

        /// The values of the variables in the path of a request.
        Map<String, String> values(String requested) {
            var values = new HashMap<String, String>();
            Matcher matcher = path.matcher(requested);
            if (!matcher.matches()) {
                return values;
            }
            for (int i = 0; i < variables.size(); i++) {
                // A plus sign is itself in a path.
                String encoded = matcher.group(group(i)).replace("+", "%2B");
                values.put(variables.get(i), URLDecoder.decode(encoded, StandardCharsets.UTF_8));
            }
            return values;
        }
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

    /// The operation that answers the request; empty when there is none.
    ///
    /// @param path as sent, without the query
    public Optional<Operation> operation(String method, String path) {
        List<Route> fitting =
                best(fitting(path).filter(route -> route.verb().equals(method)).toList());
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Operation(
                                fitting.getFirst().template(),
                                fitting.getFirst().values(path),
                                fitting.stream()
                                        .map(r -> new Handler(r.resource(), r.method()))
                                        .toList()));
    }

    private static List<Route> best(List<Route> fitting) {
        int best = fitting.stream().mapToInt(Route::literals).max().orElse(0);
        return fitting.stream().filter(route -> route.literals() == best).toList();
    }

    /// The methods of the resource at the path; empty when there is none.
    ///
    /// @param path as sent, without the query
    Set<String> methods(String path) {
        var methods = new TreeSet<String>();
        best(fitting(path).toList()).forEach(route -> methods.add(route.verb()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
