package cme.test.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Somebody with all rights in the database of the service under test.
public final class Tamperer {

    private final SharedTestStack stack = SharedTestStack.join();
    private final String url;

    /// @param url of the database
    public Tamperer(String url) {
        this.url = url;
    }

    /// Runs the statements in one transaction.
    public void run(String... statements) {
        try (Connection connection = stack.connectAsSuperuser(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The tampering failed: " + e.getMessage(), e);
        }
    }

    /// Keeps the tables as they are now.
    public void backUp(String... tables) {
        for (String table : tables) {
            run(
                    "drop table if exists backup_" + table,
                    "create table backup_" + table + " as select * from " + table);
        }
    }

    /// Puts the tables back as they were kept, in one transaction.
    ///
    /// @param tables in an order in which rows can be added
    public void restore(String... tables) {
        var statements = new String[2 * tables.length];
        for (int i = 0; i < tables.length; i++) {
            statements[tables.length - 1 - i] = "delete from " + tables[i];
            statements[tables.length + i] =
                    "insert into %1$s overriding system value select * from backup_%1$s"
                            .formatted(tables[i]);
        }
        run(statements);
    }
}
