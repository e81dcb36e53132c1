package cme.chassis.eventlog;

import org.jdbi.v3.core.statement.SqlStatement;

/// Readers that may see the same events of the topic.
///
/// @param key tells them apart, for example by the code of a provider
/// @param condition SQL about a row of `event_log`, in which `:audience` is the key
public record Audience(String key, String condition) {

    /// Readers that may see every event of the topic.
    public static Audience ofEverything(String key) {
        return new Audience(key, "true");
    }

    /// Binds the key if the condition names it.
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        return condition.contains(":audience") ? statement.bind("audience", key) : statement;
    }
}
