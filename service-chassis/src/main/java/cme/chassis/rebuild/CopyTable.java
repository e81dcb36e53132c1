package cme.chassis.rebuild;

import java.util.List;

/// A table that holds nothing but what a projection made of its topic.
///
/// @param name as in the schema of the service
/// @param subject the column that says whom or what a row is about; a text
/// @param key the columns of the primary key
public record CopyTable(String name, String subject, List<String> key) {

    public CopyTable {
        key = List.copyOf(key);
    }

    public static CopyTable of(String name, String subject, String... key) {
        return new CopyTable(name, subject, List.of(key));
    }
}
