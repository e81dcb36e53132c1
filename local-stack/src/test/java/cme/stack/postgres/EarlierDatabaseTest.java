package cme.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.Ports;
import cme.stack.postgres.Database.Login;
import cme.stack.process.DataFolder;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A data folder from when a service owned its database: everything gets the owner, and nothing is
/// lost.
class EarlierDatabaseTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private static Path temporary;

    @Test
    void whatTheServiceOwnedBelongsToTheOwner() throws SQLException {
        var folder = DataFolder.open(temporary);
        var ports = Ports.free();
        var postgres = new Postgres(folder, ports.postgres(), false);
        postgres.start();
        try {
            String server = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/";
            var superuser = new Login(Superuser.NAME, postgres.superuser().password());
            var service = new Login("credit", Passwords.of(folder, "credit"));
            run(
                    server + "postgres",
                    superuser,
                    "create role credit login password '" + service.password() + "'",
                    "create database credit owner credit",
                    "revoke connect on database credit from public");
            run(
                    server + "credit",
                    service,
                    "create table event_log (seq bigint generated always as identity, key text)",
                    "create schema projection_shadow",
                    "insert into event_log (key) values ('kept')");

            postgres.superuser().database("credit");
            // As at every further start.
            Database database = postgres.superuser().database("credit");

            assertThat(database.service()).isEqualTo(service);
            assertThat(run(database.url(), database.owner(), "select key from event_log"))
                    .containsExactly("kept");
            assertThat(
                            run(
                                    database.url(),
                                    database.owner(),
                                    "select distinct pg_get_userbyid(relowner) from pg_class"
                                            + " where relnamespace = 'public'::regnamespace",
                                    "select pg_get_userbyid(nspowner) from pg_namespace"
                                            + " where nspname = 'projection_shadow'",
                                    "select pg_get_userbyid(datdba) from pg_database"
                                            + " where datname = 'credit'"))
                    .containsExactly("credit_owner", "credit_owner", "credit_owner");
            assertThat(
                            run(
                                    database.url(),
                                    database.service(),
                                    "select has_table_privilege('event_log', 'SELECT')"))
                    .containsExactly("f");
        } finally {
            postgres.stop(LIMIT);
        }
    }

    /// @return the first column of all rows
    private static List<String> run(String url, Login login, String... statements)
            throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, login.username(), login.password());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    var rows = statement.getResultSet();
                    while (rows.next()) {
                        texts.add(rows.getString(1));
                    }
                }
            }
        }
        return texts;
    }
}
