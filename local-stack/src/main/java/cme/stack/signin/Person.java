package cme.stack.signin;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One whom somebody at this machine can be today.
///
/// @param number subject of the token: the number of a diplomate, the code of a society, an account
///   of the board
/// @param name shown in the portal
/// @param note one sentence on why to choose this person; empty if there is none
record Person(Role role, String number, String name, String note) {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /// Somebody who is not in the list.
    ///
    /// @return empty unless the number has the form of one: letters, digits, `.`, `_` and `-`, at
    ///   most 64
    static Optional<Person> other(Role role, String number) {
        String chosen = role == Role.BOARD && number.isEmpty() ? role.claim() : number;
        if (!NUMBER.matcher(chosen).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Person(role, chosen, nameOf(role, chosen), ""));
    }

    private static String nameOf(Role role, String number) {
        return switch (role) {
            case BOARD -> "Board staff";
            case SOCIETY -> number;
            case DIPLOMATE -> "Diplomate " + number;
        };
    }

    boolean is(Role otherRole, String otherNumber) {
        return role == otherRole && number.equals(otherNumber);
    }

    Map<String, String> details() {
        return role.details(number);
    }
}
