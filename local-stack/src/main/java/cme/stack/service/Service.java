package cme.stack.service;

import cme.stack.process.StackFailure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The services, in the order in which data flows, and the portal, which only asks them.
public enum Service {
    CATALOG,
    CREDIT,
    COMPLIANCE,
    PORTAL;

    private static final List<Service> WITH_DATABASE = List.of(CATALOG, CREDIT, COMPLIANCE);

    /// The services that record something: each has a database, an event log and topics.
    public static List<Service> withDatabase() {
        return WITH_DATABASE;
    }

    /// The service of this module.
    ///
    /// @throws StackFailure when there is no such service
    public static Service ofModule(String module) {
        return Stream.of(values())
                .filter(service -> service.module().equals(module))
                .findFirst()
                .orElseThrow(
                        () ->
                                new StackFailure(
                                        "There is no " + module + "; services are " + modules()));
    }

    private static String modules() {
        return Stream.of(values()).map(Service::module).collect(Collectors.joining(", ", "", "."));
    }

    /// Its module, process and log, such as `credit-service`.
    public String module() {
        return hasDatabase() ? shortName() + "-service" : shortName();
    }

    /// False for the portal, which has no topics either.
    public boolean hasDatabase() {
        return WITH_DATABASE.contains(this);
    }

    /// Its database and role, such as `credit`.
    ///
    /// @throws IllegalStateException when it has none
    public String database() {
        if (!hasDatabase()) {
            throw new IllegalStateException(module() + " has no database");
        }
        return shortName();
    }

    private String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
