package cme.stack.service;

import java.util.Locale;

/// The three services, in the order in which data flows.
public enum Service {
    CATALOG,
    CREDIT,
    COMPLIANCE;

    /// Its module, process and log, such as `credit-service`.
    public String module() {
        return database() + "-service";
    }

    /// Its database and role, such as `credit`.
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
