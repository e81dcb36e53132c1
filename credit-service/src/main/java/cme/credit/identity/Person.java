package cme.credit.identity;

import java.util.Set;

/// A person of the register, with everything by which records of the person are found.
///
/// @param revision of the number that was asked for
/// @param numbers all of the person: the one that remains and those that were merged into it
/// @param familyNames in lower case
/// @param birthMonthDays as `MM-DD`
/// @param isErased whether no number of the person has a name any more
public record Person(
        int revision,
        Set<String> numbers,
        Set<String> npis,
        Set<String> familyNames,
        Set<String> birthMonthDays,
        boolean isErased) {

    public Person {
        numbers = Set.copyOf(numbers);
        npis = Set.copyOf(npis);
        familyNames = Set.copyOf(familyNames);
        birthMonthDays = Set.copyOf(birthMonthDays);
    }

    /// For a parameter of a statement.
    public static String[] array(Set<String> texts) {
        return texts.toArray(String[]::new);
    }
}
