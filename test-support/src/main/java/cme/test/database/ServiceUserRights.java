package cme.test.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cme.stack.postgres.Database;
import cme.test.stack.DatabaseUser;
import cme.test.stack.SharedTestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Somebody who has the password of a service can change rows, but not the past, the tables, or
/// another database. Each service has one test class that extends this one.
public abstract class ServiceUserRights {

    /// SQLSTATE insufficient_privilege.
    private static final String REFUSED = "42501";

    private final List<String> appendOnly;

    /// @param appendOnly tables that only ever grow
    protected ServiceUserRights(String... appendOnly) {
        this.appendOnly = List.of(appendOnly);
    }

    @Test
    void whatWasLoggedCannotBeChanged() throws SQLException {
        assertThat(appendOnly).contains("event_log");
        for (String table : appendOnly) {
            refused("delete from " + table);
            refused("update %1$s set %2$s = %2$s".formatted(table, columns(table).getLast()));
            refused("truncate " + table);
            refused("alter table " + table + " add column other text");
            refused("alter table " + table + " disable trigger all");
            refused("alter table " + table + " rename to other");
            refused("drop table " + table);
            refused("select * from " + table + " for update");
            refused("create rule other as on insert to %s do instead nothing".formatted(table));
        }
    }

    @Test
    void eventsAreLoggedAndRead() throws SQLException {
        try (var connection = DatabaseUser.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                    insert into event_log (key, type, payload, recorded_at, recorded_by)
                    values ('rights', 'rights', '{}', now(), 'rights')
                    """);
            try (var rows = statement.executeQuery("select from event_log where key = 'rights'")) {
                assertThat(rows.next()).isTrue();
            }
            connection.rollback();
        }
    }

    @Test
    void numbersOfTheLogCannotBeSet() {
        refused("select setval(pg_get_serial_sequence('event_log', 'seq'), 1)");
        refused("alter table event_log alter column seq restart");
    }

    @Test
    void nothingCanBeMadeBesideTheTables() {
        refused("create table other (id int)");
        refused("create schema other");
        refused("create function other() returns int language sql as 'select 1'");
        refused("create view other as select 1");
        refused("create extension pg_trgm");
        refused("create table flyway_schema_history_2 (id int)");
    }

    @Test
    void tablesBelongToTheOwner() throws SQLException {
        assertThat(
                        texts(
                                """
                                select relname from pg_class
                                where relnamespace = 'public'::regnamespace
                                    and relkind in ('r', 'p', 'v', 'm', 'S')
                                    and pg_has_role(relowner, 'MEMBER')
                                """))
                .isEmpty();
        assertThat(
                        texts(
                                """
                                select relname from pg_class
                                where relnamespace = 'public'::regnamespace
                                    and relkind in ('r', 'p', 'v', 'm')
                                    and has_table_privilege(
                                        oid, 'TRUNCATE, REFERENCES, TRIGGER, MAINTAIN')
                                """))
                .isEmpty();
    }

    @Test
    void migrationsCannotBeForged() {
        refused("select * from flyway_schema_history");
        refused("delete from flyway_schema_history");
    }

    @Test
    void otherDatabasesCannotBeRead() throws SQLException {
        SharedTestStack stack = SharedTestStack.join();
        Database ofAnotherService = stack.freshDatabase();
        try {
            assertThat(
                            texts(
                                    """
                                    select datname from pg_database
                                    where datallowconn
                                        and has_database_privilege(datname, 'CONNECT')
                                    """))
                    .containsExactlyElementsOf(texts("select current_database()"));
            // The database of a service has the name of its user.
            for (String other : List.of("postgres", ofAnotherService.service().username())) {
                refused(other, () -> DatabaseUser.connectTo(other).close());
            }
        } finally {
            stack.drop(ofAnotherService);
        }
    }

    @Test
    void theUserIsMemberOfNothing() throws SQLException {
        assertThat(
                        texts(
                                """
                                select rolname from pg_roles
                                where pg_has_role(oid, 'MEMBER') and rolname <> current_user
                                """))
                .isEmpty();
        assertThat(
                        texts(
                                """
                                select rolname from pg_roles where rolname = current_user and (
                                    rolsuper or rolcreaterole or rolcreatedb or rolreplication
                                    or rolbypassrls)
                                """))
                .isEmpty();
    }

    private static List<String> columns(String table) throws SQLException {
        return texts(
                """
                select attname from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                order by attnum
                """
                        .formatted(table));
    }

    private static void refused(String sql) {
        refused(sql, () -> texts(sql));
    }

    private static void refused(String what, ThrowingCallable attempt) {
        SQLException refusal = catchThrowableOfType(SQLException.class, attempt);
        assertThat(refusal == null ? "accepted" : refusal.getSQLState())
                .as(what)
                .isEqualTo(REFUSED);
    }

    /// The first column, or nothing for a statement without rows. Nothing is kept.
    private static List<String> texts(String sql) throws SQLException {
        try (Connection connection = DatabaseUser.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                var texts = new ArrayList<String>();
                if (statement.execute(sql)) {
                    var rows = statement.getResultSet();
                    while (rows.next()) {
                        texts.add(rows.getString(1));
                    }
                }
                return texts;
            } finally {
                connection.rollback();
            }
        }
    }
}
