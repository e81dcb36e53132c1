package cme.credit.privacy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Searches every column of every table of the database.
final class StoredText {
    private static final String TABLES =
            """
            select quote_ident(table_name) from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
            """;

    private StoredText() {}

    /// The rows that have the text in any case, or its bytes; each begins with the name of its
    /// table.
    static Set<String> rowsWith(Jdbi jdbi, String text) {
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return jdbi.withHandle(
                handle -> {
                    Set<String> found = new TreeSet<>();
                    for (String table : tables(handle)) {
                        handle.createQuery(
                                        "select t::text from %1$s t where t::text ilike any(:texts)"
                                                .formatted(table))
                                .bind("texts", new String[] {like(text), like(bytes)})
                                .mapTo(String.class)
                                .forEach(row -> found.add(table + ": " + row));
                    }
                    return found;
                });
    }

    static List<String> tables(Handle handle) {
        return handle.createQuery(TABLES).mapTo(String.class).list();
    }

    private static String like(String text) {
        return "%" + text + "%";
    }
}
