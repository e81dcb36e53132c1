package cme.test.stack;

import java.sql.Connection;
import java.sql.SQLException;

/// The owner of the database under test, for what the user of the service may not do there: empty
/// tables, make triggers, change the log.
public final class DatabaseOwner {
    private DatabaseOwner() {}

    /// Runs the statements in one transaction.
    public static void execute(String... statements) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The owner cannot do that", e);
        }
    }

    /// A session beside the pool and the transactions of the service.
    public static Connection connect() throws SQLException {
        return DatabaseUser.connect(
                DatabaseUser.setting(DatabaseSettings.URL), DatabaseSettings.OWNER);
    }
}
