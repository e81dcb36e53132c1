package cme.stack.service;

import cme.stack.process.StackFailure;

import java.util.Locale;
import java.util.stream.Stream;

/// The three services, in the order in which data flows.
public enum Service {
    CATALOG,
    CREDIT,
    COMPLIANCE;

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
                                        "There is no "
                                                + module
                                                + "; services are catalog-service, credit-service"
                                                + " and compliance-service."));
    }

    /// Its module, process and log, such as `credit-service`.
    public String module() {
        return database() + "-service";
    }

    /// Its database and role, such as `credit`.
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
