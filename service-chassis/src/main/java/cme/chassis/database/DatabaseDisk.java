package cme.chassis.database;

import cme.chassis.disk.FullDisk;

import io.agroal.api.AgroalDataSource;

import jakarta.inject.Singleton;

import java.sql.SQLException;
import java.time.Clock;

/// The disk of the database. A full one refuses changes while it still answers questions, so it is
/// noticed by the statements that it refuses.
@Singleton
public class DatabaseDisk {

    /// Needs new pages on the disk.
    private static final String TRIAL =
            """
            create temp table disk_trial on commit drop as
            select gen_random_uuid() from generate_series(1, 20000)
            """;

    private final FullDisk disk;

    DatabaseDisk(AgroalDataSource dataSource, Clock clock) {
        this.disk = new FullDisk("database", () -> write(dataSource), clock);
    }

    private static void write(AgroalDataSource dataSource) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TRIAL);
        }
    }

    /// Looks whether the disk is behind a failure.
    public void look(Throwable failure) {
        if (Outage.isFullDisk(failure)) {
            disk.failed(failure);
        }
    }

    public FullDisk disk() {
        return disk;
    }
}
