package cme.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.ProjectFolder;
import cme.test.stack.DatabaseUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables of `docs/privacy.md` name every table of a service's database and every column that
/// can hold text. A service's test extends this class.
public abstract class PrivacyTables {
    /// Selects what has to be named, as `table.column`; a table without such a column as `table`.
    private static final String COLUMNS =
            """
            select distinct t.table_name || coalesce('.' || c.column_name, '')
            from information_schema.tables t
                left join information_schema.columns c
                    on c.table_schema = t.table_schema and c.table_name = t.table_name
                        and c.data_type in ('text', 'ARRAY', 'json', 'jsonb', 'bytea', 'character varying', 'tsvector')
            where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
                and t.table_name <> 'flyway_schema_history'
            """;

    private static final String SHARED = "Every service";
    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");

    private final String service;

    /// @param service whose section of the document it is, such as `credit-service`
    protected PrivacyTables(String service) {
        this.service = service;
    }

    @Test
    void everyTableAndEveryColumnOfTextIsDescribed() throws SQLException {
        assertThat(described()).isNotEmpty().isEqualTo(stored());
    }

    private static Set<String> stored() throws SQLException {
        Set<String> stored = new TreeSet<>();
        try (var connection = DatabaseUser.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        return stored;
    }

    private Set<String> described() {
        Set<String> named = new TreeSet<>();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("| `")
                    && (section.equals(SHARED) || section.equals(service))) {
                named.addAll(row(line));
            }
        }
        return named;
    }

    private static List<String> row(String line) {
        String[] cells = line.split("\\|");
        String table = codes(cells[1]).findFirst().orElseThrow();
        List<String> columns =
                Stream.concat(codes(cells[2]), codes(cells[3]))
                        .map(column -> table + "." + column)
                        .toList();
        return columns.isEmpty() ? List.of(table) : columns;
    }

    private static Stream<String> codes(String cell) {
        return CODE.matcher(cell).results().map((MatchResult code) -> code.group(1));
    }

    private static List<String> lines() {
        Path document = ProjectFolder.find().resolve("docs").resolve("privacy.md");
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
