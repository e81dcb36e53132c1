package cme.chassis.access;

import cme.chassis.ChassisConfig;
import cme.chassis.http.Caller;
import cme.chassis.http.Listing;
import cme.chassis.http.Routes;
import cme.chassis.problem.Problem;
import cme.chassis.problem.RequestId;
import cme.chassis.table.CsvAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// Records every request to an operation that needs a token, whatever became of it, and to the open
/// ones with [PersonalData].
public class AccessRecorder {

    /// Numbers of people, and codes. A name that somebody sends in the place of a number may not
    /// get into the record.
    private static final Pattern NUMBER =
            Pattern.compile("(?=.{1,40}$)[0-9A-Za-z._-]*[0-9][0-9A-Za-z._-]*");

    private static final Set<String> OF_PERSONS = Set.of("diplomateId", "diplomate");
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 429);
    private static final int MAX_TEXT = 200;

    private final AccessLog log;
    private final AccessNotes notes;
    private final Routes routes;
    private final RoutingContext request;
    private final MeterRegistry registry;
    private final Set<String> claims;
    private final Clock clock;

    AccessRecorder(
            AccessLog log,
            AccessNotes notes,
            Routes routes,
            RoutingContext request,
            MeterRegistry registry,
            ChassisConfig config,
            Clock clock) {
        this.log = log;
        this.notes = notes;
        this.routes = routes;
        this.request = request;
        this.registry = registry;
        this.claims =
                config.roleClaims().values().stream()
                        .map(ChassisConfig.RoleClaim::claim)
                        .collect(Collectors.toCollection(TreeSet::new));
        this.clock = clock;
    }

    @ServerResponseFilter
    public void record(ContainerRequestContext asked, ContainerResponseContext answer) {
        String method =
                asked.getMethod().equals(HttpMethod.HEAD) ? HttpMethod.GET : asked.getMethod();
        routes.lookup(asked)
                .operation(method)
                .filter(AccessRecorder::isRecorded)
                .ifPresent(operation -> write(method, operation, asked.getUriInfo(), answer));
    }

    private static boolean isRecorded(Routes.Operation operation) {
        return operation.methods().stream()
                .anyMatch(one -> isMarked(one) || !isOpen(one.method(), one.resource()));
    }

    private static boolean isMarked(Routes.Handler handler) {
        return handler.method().isAnnotationPresent(PersonalData.class)
                || handler.resource().isAnnotationPresent(PersonalData.class);
    }

    private static boolean isOpen(Method method, Class<?> resource) {
        AnnotatedElement decides =
                method.isAnnotationPresent(PermitAll.class)
                                || method.isAnnotationPresent(RolesAllowed.class)
                        ? method
                        : resource;
        return decides.isAnnotationPresent(PermitAll.class);
    }

    private void write(
            String method,
            Routes.Operation operation,
            UriInfo uri,
            ContainerResponseContext answer) {
        SecurityIdentity caller =
                request.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        Set<String> roles = caller == null ? Set.of() : new TreeSet<>(caller.getRoles());
        JsonWebToken token =
                caller != null && caller.getPrincipal() instanceof JsonWebToken t ? t : null;
        int status = answer.getStatus();
        if (REFUSALS.contains(status)) {
            registry.counter("cme.access.refusals", "status", Integer.toString(status)).increment();
        }
        var entry =
                new AccessEntry(
                        "access",
                        clock.instant(),
                        RequestId.current().orElse(null),
                        token == null ? null : cut(token.getSubject()),
                        roles,
                        token == null ? Map.of() : claims(token),
                        method + " " + operation.template(),
                        persons(operation, uri),
                        status,
                        answer.getEntity() instanceof Problem problem ? slug(problem) : null,
                        "true".equals(uri.getQueryParameters().getFirst("dryRun")),
                        notes.rows() == null ? rows(answer.getEntity()) : notes.rows(),
                        notes.misses());
        if (answer.getEntity() instanceof CsvAnswer.Export export) {
            request.addEndHandler(_ -> log.write(entry.withRows(export.rows())));
        } else {
            log.write(entry);
        }
    }

    private Map<String, String> claims(JsonWebToken token) {
        var found = new TreeMap<String, String>();
        for (String claim : claims) {
            Caller.claim(token, claim).ifPresent(value -> found.put(claim, cut(value)));
        }
        return found;
    }

    /// The framework has no parameters of a path that it refuses before it has chosen a method.
    private Set<String> persons(Routes.Operation operation, UriInfo uri) {
        var persons = new LinkedHashSet<String>();
        for (String name : OF_PERSONS) {
            add(persons, operation.variables().get(name));
            add(persons, uri.getQueryParameters().getFirst(name));
        }
        notes.persons().forEach(person -> add(persons, person));
        return persons;
    }

    private static void add(Set<String> persons, @Nullable String number) {
        if (number != null && NUMBER.matcher(number).matches()) {
            persons.add(number);
        }
    }

    /// The number of things in a list.
    private static @Nullable Long rows(@Nullable Object answer) {
        return switch (answer) {
            case Listing list -> (long) list.items().size();
            case Collection<?> all -> (long) all.size();
            case null, default -> null;
        };
    }

    private static String slug(Problem problem) {
        return problem.type().substring(problem.type().lastIndexOf('/') + 1);
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
