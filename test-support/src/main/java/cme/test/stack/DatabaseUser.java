package cme.test.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.Driver;

/// The user of the service under test, in a session beside its pool.
public final class DatabaseUser {
    private DatabaseUser() {}

    /// A session on the service's own database.
    public static Connection connect() throws SQLException {
        return connect(setting(DatabaseSettings.URL), DatabaseSettings.USER);
    }

    /// A session on another database of the same server.
    public static Connection connectTo(String database) throws SQLException {
        String url = setting(DatabaseSettings.URL).replaceFirst("/[^/]+$", "/" + database);
        return connect(url, DatabaseSettings.USER);
    }

    /// @param prefix the settings of a login begin with it
    static Connection connect(String url, String prefix) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", setting(prefix + DatabaseSettings.USERNAME));
        login.setProperty("password", setting(prefix + DatabaseSettings.PASSWORD));
        // Not through DriverManager, which knows only the drivers of its own class loader.
        return new Driver().connect(url, login);
    }

    static String setting(String name) {
        Config config = ConfigProvider.getConfig();
        return config.getValue(name, String.class);
    }
}
