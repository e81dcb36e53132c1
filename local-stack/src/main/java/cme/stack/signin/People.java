package cme.stack.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The people to choose from, in a file that the demo writes: a JSON array of objects with `role`
/// (`board`, `society`, `diplomate`), `number` (of a society: `provider`), `name` and `note`. One
/// of the board needs no number.
record People(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_SHOWN = 100;

    /// The board's staff if the file names none of them, and who is in the file.
    List<Person> all() {
        List<Person> listed = listed();
        if (listed.stream().anyMatch(person -> person.role() == Role.BOARD)) {
            return listed;
        }
        return Stream.concat(Person.other(Role.BOARD, "").stream(), listed.stream()).toList();
    }

    private List<Person> listed() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return stream(JSON.readTree(file.toFile())).limit(MAX_SHOWN).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Stream<Person> stream(JsonNode list) {
        return list.valueStream()
                .flatMap(
                        one ->
                                Role.named(one.path("role").asText()).stream()
                                        .map(role -> person(role, one)));
    }

    private static Person person(Role role, JsonNode one) {
        String number = one.path(role == Role.SOCIETY ? "provider" : "number").asText("");
        return new Person(
                role,
                number.isEmpty() ? role.claim() : number,
                one.path("name").asText(),
                one.path("note").asText());
    }

    /// The one of the list, else somebody known by number only.
    Optional<Person> find(Role role, String number) {
        return Person.other(role, number)
                .map(
                        other ->
                                all().stream()
                                        .filter(listed -> listed.is(role, other.number()))
                                        .findFirst()
                                        .orElse(other));
    }
}
