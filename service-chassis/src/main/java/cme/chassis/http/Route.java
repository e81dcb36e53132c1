package cme.chassis.http;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One method of a resource class, with the path that it answers.
///
/// @param path each variable is a group, named by [#group]
/// @param variables the names of the variables, in their order
/// @param literals the number of characters outside of variables: the more, the better it fits
record Route(
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
                path.append("(?<%s>%s)".formatted(group(variables.size()), expression(variable)));
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
