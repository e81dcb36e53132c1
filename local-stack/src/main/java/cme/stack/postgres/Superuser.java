package cme.stack.postgres;

import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/// The server's first role, which services never use.
public final class Superuser {
    static final String NAME = "postgres";
    private final DataFolder folder;
    private final int port;

    public Superuser(DataFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    String password() {
        return Passwords.of(folder, NAME);
    }

    /// Creates the database and the role of the same name if they are missing. The role owns the
    /// database and may do nothing elsewhere.
    ///
    /// @param name letters, digits and `_`, as it goes into statements that take no parameters
    public Database database(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        String password = Passwords.of(folder, name);
        return execute(
                statement -> {
                    if (isMissing(statement, "pg_roles WHERE rolname", name)) {
                        statement.execute("CREATE ROLE " + name + " LOGIN");
                    }
                    statement.execute("ALTER ROLE " + name + " PASSWORD '" + password + "'");
                    if (isMissing(statement, "pg_database WHERE datname", name)) {
                        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
                    }
                    statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
                    return new Database(url(name), name, password);
                });
    }

    /// Drops the database and its role, even if clients are connected.
    public void drop(Database database) {
        execute(
                statement -> {
                    String name = database.username();
                    statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
                    statement.execute("DROP ROLE IF EXISTS " + name);
                    Passwords.forget(folder, name);
                    return List.of();
                });
    }

    /// A connection to the database, for tests of what a superuser can do.
    public Connection connect(Database database) {
        try {
            return new Driver().connect(database.url(), login());
        } catch (SQLException e) {
            throw new StackFailure("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    private Properties login() {
        Properties login = new Properties();
        login.setProperty("user", NAME);
        login.setProperty("password", password());
        return login;
    }

    private static boolean isMissing(Statement statement, String where, String name)
            throws SQLException {
        try (var found = statement.executeQuery("SELECT FROM " + where + " = '" + name + "'")) {
            return !found.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    private <T> T execute(Work<T> work) {
        // Not through DriverManager, which knows only the drivers of its own class loader.
        try (Connection connection = new Driver().connect(url("postgres"), login());
                Statement statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new StackFailure("PostgreSQL refused: " + e.getMessage(), e);
        }
    }
}
