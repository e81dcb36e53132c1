package cme.stack.signin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The roles that people sign in with.
enum Role {
    BOARD("The board"),
    SOCIETY("Societies"),
    DIPLOMATE("Surgeons");

    private final String heading;

    Role(String heading) {
        this.heading = heading;
    }

    static Optional<Role> named(String name) {
        return Stream.of(values()).filter(role -> role.claim().equals(name)).findFirst();
    }

    /// As in the claim `groups`.
    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    String heading() {
        return heading;
    }

    /// The claim that says whose data a token is about; none for the board.
    Map<String, String> details(String number) {
        return switch (this) {
            case BOARD -> Map.of();
            case SOCIETY -> Map.of("provider", number);
            case DIPLOMATE -> Map.of("diplomate_id", number);
        };
    }
}
