package cme.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.DatabaseOwner;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An instance that starts while a newer version has been at the database: during an upgrade, and
/// when one goes back. The chassis numbers its migrations below those of the services, so those
/// that the instance does not know may lie between its own.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class EarlierVersionTest {

    @Inject Flyway flyway;

    @AfterEach
    void forgetTheNewerMigration() {
        DatabaseOwner.execute("delete from flyway_schema_history where installed_rank = 10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9999", "9999"})
    void aNewerMigrationDoesNotKeepAnEarlierVersionFromStarting(String version) {
        DatabaseOwner.execute(
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum,
                        installed_by, execution_time, success)
                values (10000, '%s', 'newer', 'SQL', 'V%s__newer.sql', 1, current_user, 1, true)
                """
                        .formatted(version, version));
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }
}
