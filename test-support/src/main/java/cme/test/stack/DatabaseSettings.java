package cme.test.stack;

import cme.stack.postgres.Database;

import java.util.Map;

/// The settings of a service for its database.
public final class DatabaseSettings {
    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USER = "quarkus.datasource.";
    static final String OWNER = "quarkus.flyway.";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";

    private DatabaseSettings() {}

    public static Map<String, String> of(Database database) {
        return Map.of(
                URL,
                database.url(),
                USER + USERNAME,
                database.service().username(),
                USER + PASSWORD,
                database.service().password(),
                OWNER + USERNAME,
                database.owner().username(),
                OWNER + PASSWORD,
                database.owner().password());
    }
}
