package cme.chassis.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.postgres.PostgresPlugin;

/// One Jdbi a service, on the pool that Quarkus configures.
final class JdbiProducer {

    /// Jdbi copies an array into one of objects, which the driver then writes as text, with a look
    /// at every character, and PostgreSQL parses again. As what it is it travels in binary. Only a
    /// factory that prepares comes before Jdbi's own.
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
    Jdbi jdbi(AgroalDataSource dataSource) {
        var jdbi =
                Jdbi.create(dataSource).installPlugin(new PostgresPlugin()).registerArgument(TEXTS);
        jdbi.setTransactionHandler(new JoiningTransactionHandler());
        return jdbi;
    }
}
