package cme.stack.postgres;

import cme.stack.postgres.Database.Login;
import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/// The server's first role, which services never use.
public final class Superuser {
    static final String NAME = "postgres";

    private static final String OWNED_BY =
            "pg_database WHERE pg_get_userbyid(datdba) = '%s' AND datname";

    private static final String OPEN_TO_ALL =
            "pg_database WHERE has_database_privilege('public', oid, 'CONNECT') AND datname";

    private final DataFolder folder;
    private final List<Integer> ports;

    public Superuser(DataFolder folder, int port) {
        this(folder, List.of(port));
    }

    /// @param ports of a server, or of two of which one is the primary
    Superuser(DataFolder folder, List<Integer> ports) {
        this.folder = folder;
        this.ports = List.copyOf(ports);
    }

    String password() {
        return Passwords.of(folder, NAME);
    }

    /// Creates the database and its two roles if they are missing: `<name>_owner`, and the role of
    /// the same name, which may connect. What that one may do there, the migrations of the service
    /// say. A database of earlier days, which the service's role owned, gets its owner.
    ///
    /// @param name letters, digits and `_`, as it goes into statements that take no parameters
    public Database database(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,56}")) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        Login owner = login(name + "_owner");
        Login service = login(name);
        boolean isOfTheService =
                execute(
                        "postgres",
                        statement -> {
                            create(statement, owner);
                            create(statement, service);
                            // So the owner sees and ends the sessions of the service.
                            statement.execute("GRANT " + name + " TO " + owner.username());
                            if (isMissing(statement, "pg_database WHERE datname", name)) {
                                statement.execute(
                                        "CREATE DATABASE " + name + " OWNER " + owner.username());
                            }
                            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
                            closeToOthers(statement);
                            statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + name);
                            return !isMissing(statement, OWNED_BY.formatted(name), name);
                        });
        if (isOfTheService) {
            execute(
                    name,
                    statement ->
                            statement.execute(
                                    "REASSIGN OWNED BY " + name + " TO " + owner.username()));
        }
        return new Database(url(name), service, owner);
    }

    /// The databases that every server has. Not at every call: two at once would be refused.
    private static void closeToOthers(Statement statement) throws SQLException {
        if (!isMissing(statement, OPEN_TO_ALL, NAME)) {
            statement.execute("REVOKE ALL ON DATABASE template1, postgres FROM PUBLIC");
        }
    }

    private Login login(String role) {
        return new Login(role, Passwords.of(folder, role));
    }

    private static void create(Statement statement, Login login) throws SQLException {
        if (isMissing(statement, "pg_roles WHERE rolname", login.username())) {
            statement.execute("CREATE ROLE " + login.username() + " LOGIN");
        }
        statement.execute(
                "ALTER ROLE " + login.username() + " PASSWORD '" + login.password() + "'");
    }

    /// Drops the database and its roles, even if clients are connected.
    public void drop(Database database) {
        execute(
                "postgres",
                statement -> {
                    statement.execute(
                            "DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
                    for (Login login : List.of(database.service(), database.owner())) {
                        statement.execute("DROP ROLE IF EXISTS " + login.username());
                        Passwords.forget(folder, login.username());
                    }
                    return List.of();
                });
    }

    /// A connection to the database with this URL, for tests of what a superuser can do.
    public Connection connect(String url) {
        try {
            return new Driver().connect(url, login());
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

    /// Clients of two servers find the primary by themselves.
    private String url(String database) {
        String hosts =
                ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        return "jdbc:postgresql://"
                + hosts
                + "/"
                + database
                + (ports.size() > 1 ? "?targetServerType=primary" : "");
    }

    /// A connection to the database that every server has.
    Connection connect() throws SQLException {
        return new Driver().connect(url(NAME), login());
    }

    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    private <T> T execute(String database, Work<T> work) {
        // Not through DriverManager, which knows only the drivers of its own class loader.
        try (Connection connection = new Driver().connect(url(database), login());
                Statement statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new StackFailure("PostgreSQL refused: " + e.getMessage(), e);
        }
    }
}
