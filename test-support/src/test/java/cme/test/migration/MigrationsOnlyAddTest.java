package cme.test.migration;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.postgres.Database;
import cme.stack.process.ProjectFolder;
import cme.stack.service.Service;
import cme.test.stack.SharedTestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Instances of the last release and of this version work side by side during an upgrade
/// (docs/operations.md), so a migration that came after the release only adds. What each one does
/// is asked of PostgreSQL and not of its words.
class MigrationsOnlyAddTest {

    private static final Path PROJECT = ProjectFolder.find();
    private static final List<Release> RELEASES = Release.all(PROJECT);
    private static final Release LAST = RELEASES.getLast();

    /// A line of a migration that says why instances of the last release do not notice.
    private static final Pattern HARMLESS =
            Pattern.compile("^-- beside (\\S+): (.+?): .+$", Pattern.MULTILINE);

    private static final Set<String> RELEASED_IN_JAVA = Set.of("SealedEarlierRevisions.java");

    private static SharedTestStack stack;
    private static Database database;

    @BeforeAll
    static void openDatabase() {
        stack = SharedTestStack.join();
        database = stack.freshDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        stack.drop(database);
    }

    @Test
    void aReleasedMigrationStaysAsItWas() {
        assertThat(RELEASES)
                .allSatisfy(
                        release ->
                                assertThat(release.sums())
                                        .allSatisfy(
                                                (path, sum) ->
                                                        assertThat(
                                                                        new Migration(PROJECT, path)
                                                                                .sum())
                                                                .as(path)
                                                                .isEqualTo(sum)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatCameAfterTheLastReleaseOnlyAdds(String service) throws SQLException {
        var own = stack.freshDatabase();
        try (var connection = connect(own)) {
            var released = sql(service, LAST::has);
            var newer = sql(service, migration -> !LAST.has(migration));
            apply(connection, released);
            var before = Schema.of(connection);
            apply(connection, newer);
            var explained = explained(LAST.version(), newer);
            assertThat(before.disturbances(Schema.of(connection)))
                    .as("noticed by instances of %s", LAST.version())
                    .filteredOn(line -> explained.stream().noneMatch(line::startsWith))
                    .isEmpty();
        } finally {
            stack.drop(own);
        }
    }

    /// A migration in Java can do anything, so each is looked at by hand.
    @ParameterizedTest
    @MethodSource("services")
    void noMigrationIsWrittenInJavaUnseen(String service) throws IOException {
        try (var files = Files.walk(PROJECT.resolve(service).resolve("src/main/java"))) {
            assertThat(files.filter(MigrationsOnlyAddTest::isMigration))
                    .allMatch(file -> RELEASED_IN_JAVA.contains(file.getFileName().toString()));
        }
    }

    private static boolean isMigration(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && Files.readString(file).contains("implements JavaMigration");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> services() {
        return Service.withDatabase().stream().map(Service::module);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    drop table former                                     | table former: is gone
                    alter table form rename to other                      | table form: is gone
                    alter table form drop column note                     | column form.note: is gone
                    alter table form rename column note to remark         | column form.note: is gone
                    alter table form alter column n type bigint           | column form.n: was integer, is bigint
                    alter table form alter column note set not null       | column form.note: was text, is text not null
                    alter table form alter column n set default 7         | column form.n: was integer, is integer default 7
                    alter table form add column more text not null        | column form.more: may not be null and has no default
                    alter table form add check (n > 0)                    | constraint form.form_n_check: refuses what is written without knowing it
                    alter table form add unique (note)                    | constraint form.form_note_key: refuses what is written without knowing it
                    alter table form add foreign key (n) references former | constraint form.form_n_fkey: refuses what is written without knowing it
                    create unique index once on form (note)               | index once: refuses what is written without knowing it
                    drop index form_by_n                                  | index form_by_n: is gone
                    drop view forms                                       | view forms: is gone
                    create or replace function twice(n int) returns int language sql as 'select 3 * n' | function twice(integer): was
                    drop trigger kept on form                             | trigger form.kept: is gone
                    do $$ begin execute 'alter table form drop column note'; end $$ | column form.note: is gone
                    """)
    void whatAnEarlierVersionNoticesIsTold(String sql, String told) throws SQLException {
        assertThat(disturbances(sql)).anyMatch(line -> line.startsWith(told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table form add column more text",
                "alter table form add column more int not null default 0 check (more >= 0)",
                "alter table form add column former int references former",
                "create index form_by_note on form (note)",
                "create table further (n int primary key, code text not null unique)",
                "create function thrice(n int) returns int language sql as 'select 3 * n'",
                "update form set note = 'x'; insert into former values (2)"
            })
    void whatOnlyAddsIsNotTold(String sql) throws SQLException {
        assertThat(disturbances(sql)).isEmpty();
    }

    private static List<String> disturbances(String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                    create table former (n int primary key);
                    create table form (n int, note text);
                    create index form_by_n on form (n);
                    create table listed (n int);
                    create view forms as select n from listed;
                    create function twice(n int) returns int language sql as 'select 2 * n';
                    create trigger kept before update on form
                        for each row execute function suppress_redundant_updates_trigger();
                    """);
            var before = Schema.of(connection);
            statement.execute(sql);
            var told = before.disturbances(Schema.of(connection));
            connection.rollback();
            return told;
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().username(), database.owner().password());
    }

    private static List<String> sql(String service, Predicate<Migration> which) {
        return Migration.of(PROJECT, service).stream().filter(which).map(Migration::sql).toList();
    }

    private static void apply(Connection connection, List<String> migrations) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var sql : migrations) {
                statement.execute(sql);
                connection.commit();
            }
        }
    }

    @Test
    void aMigrationExplainsWhatTheLastReleaseDoesNotUse() {
        var sql =
                """
                -- A note that is no more.
                -- beside 1.0: column form.note: 1.0 only writes it
                -- beside 0.9: column form.n: never read
                alter table form drop column note;
                """;
        assertThat(explained("1.0", List.of(sql))).containsExactly("column form.note: ");
    }

    /// The beginnings of lines that migrations explain, as seen by a release.
    private static Set<String> explained(String release, List<String> migrations) {
        return migrations.stream()
                .flatMap(sql -> HARMLESS.matcher(sql).results())
                .filter(line -> line.group(1).equals(release))
                .map(line -> line.group(2) + ": ")
                .collect(Collectors.toSet());
    }
}
