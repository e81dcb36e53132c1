package cme.chassis.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.postgres.PostgresPlugin;

/// Makes the Jdbi of a service, on the pool that Quarkus configures.
final class JdbiProducer {

    /// Binds arrays of text in binary. Jdbi would copy them into arrays of objects, which the
    /// driver writes as text, character by character, and PostgreSQL parses again. Only a
    /// preparable factory takes precedence over the one of Jdbi.
    private static final ArgumentFactory.Preparable TEXTS =
            (type, _) ->
                    type == String[].class
                            ? Optional.of(value -> texts((String[]) value))
                            : Optional.empty();

    private static Argument texts(String[] texts) {
        return (position, statement, _) ->
                statement.setArray(
                        position, statement.getConnection().createArrayOf("text", texts));
    }

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource, DatabaseDisk disk) {
        Jdbi jdbi =
                Jdbi.create(dataSource).installPlugin(new PostgresPlugin()).registerArgument(TEXTS);
        jdbi.setSqlLogger(
                new SqlLogger() {
                    @Override
                    public void logException(StatementContext context, SQLException failure) {
                        disk.look(failure);
                    }
                });
        jdbi.setTransactionHandler(new JoiningTransactionHandler());
        return jdbi;
    }
}
