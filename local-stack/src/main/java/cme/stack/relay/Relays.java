package cme.stack.relay;

import cme.stack.postgres.Database;

/// Where the services of a stack reach PostgreSQL and Kafka when their connections are to be cut.
public record Relays(Relay postgres, Relay kafka, int postgresPort) implements AutoCloseable {

    /// The same database, reached through the relay.
    public Database through(Database database) {
        var url = database.url().replaceFirst(":\\d+/", ":" + postgresPort + "/");
        return new Database(url, database.username(), database.password());
    }

    @Override
    public void close() {
        postgres.close();
        kafka.close();
    }
}
