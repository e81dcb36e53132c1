package cme.chassis.rebuild;

import java.util.List;

/// A table that is filled by a projection only, so that it can be rebuilt from the topic.
///
/// @param name as in the schema of the service
/// @param subject the text column with the subject of a row
/// @param key the columns of the primary key
public record CopyTable(String name, String subject, List<String> key) {

    public CopyTable {
        key = List.copyOf(key);
    }

    public static CopyTable of(String name, String subject, String... key) {
        return new CopyTable(name, subject, List.of(key));
    }
}
