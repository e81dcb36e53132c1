package cme.stack.relay;

import cme.stack.postgres.Database;

/// The relays through which services reach PostgreSQL and Kafka, so that a test can cut the
/// connections.
public record Relays(Relay postgres, Relay kafka, int postgresPort) implements AutoCloseable {

    /// The same database, reached through the relay.
    public Database through(Database database) {
        var url = database.url().replaceFirst(":\\d+/", ":" + postgresPort + "/");
        return new Database(url, database.service(), database.owner());
    }

    @Override
    public void close() {
        postgres.close();
        kafka.close();
    }
}
