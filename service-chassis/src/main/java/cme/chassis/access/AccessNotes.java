package cme.chassis.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The part of the access record that only the operation knows.
@RequestScoped
public class AccessNotes {

    private static final int MAX_PERSONS = 20;

    private final Set<String> persons = new LinkedHashSet<>();
    private @Nullable Long rows;
    private @Nullable Long misses;

    /// Whose data it is: a number, never a name. Of a list only the first twenty are kept.
    public void about(String person) {
        if (persons.size() < MAX_PERSONS) {
            persons.add(person);
        }
    }

    /// How many people were asked about, and how many of them were not found.
    public void asked(long people, long missed) {
        rows = people;
        misses = missed;
    }

    Set<String> persons() {
        return Set.copyOf(persons);
    }

    @Nullable Long rows() {
        return rows;
    }

    @Nullable Long misses() {
        return misses;
    }
}
