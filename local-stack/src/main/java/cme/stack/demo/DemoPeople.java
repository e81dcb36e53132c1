package cme.stack.demo;

import cme.stack.LocalStack;
import cme.stack.SignInSettings;
import cme.stack.client.Api;
import cme.stack.service.Service;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The people worth a look, as whom one may sign in: the file from which the page of signing in
/// reads them, a JSON array of [Person].
final class DemoPeople {

    /// @param role as in a token
    /// @param number of a diplomate
    /// @param provider of a society
    /// @param note one phrase
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            String role,
            @Nullable String number,
            @Nullable String provider,
            String name,
            String note) {}

    private static final List<Person> OFFICES =
            List.of(
                    new Person(
                            "board", null, null, "The board office", "may see and do everything"),
                    society("ASPS", "American Society of Plastic Surgeons", "rows to mend"),
                    society("ASAPS", "The Aesthetic Society", "a roster that was withdrawn"),
                    society("IHI", "Institute for Healthcare Improvement", "a short roster"));

    private final LocalStack stack;
    private final LocalDate today;
    private final List<Person> list = new ArrayList<>();

    DemoPeople(LocalStack stack, LocalDate today) {
        this.stack = stack;
        this.today = today;
    }

    private static Person society(String provider, String name, String note) {
        return new Person("society", null, provider, name, note);
    }

    /// Waits until the statuses include everything posted, then writes the file again.
    void write(StatusArrival arrival) {
        var numbers =
                Stream.of(Notable.values())
                        .filter(Notable::hasStatus)
                        .map(Notable::number)
                        .toList();
        var statuses = arrival.await(numbers, completions(numbers));
        list.addAll(OFFICES);
        for (var who : Notable.values()) {
            var at = numbers.indexOf(who.number());
            var note = at < 0 ? who.note() : who.note().formatted(left(statuses.get(at)));
            list.add(new Person("diplomate", who.number(), null, who.fullName(), note));
        }
        write(SignInSettings.people(stack.folder()));
    }

    /// Empty until it is written.
    List<Person> list() {
        return List.copyOf(list);
    }

    private int completions(List<String> numbers) {
        var credit = new Api(stack.service(Service.CREDIT).baseUrl(), stack.tokens()::board);
        return numbers.stream()
                .mapToInt(
                        number ->
                                credit.get("/v1/completions?limit=500&diplomate=" + number)
                                        .expect(200)
                                        .body()
                                        .path("items")
                                        .size())
                .sum();
    }

    /// The credits that are missing at the next deadline, such as "4.25 credits to go, due in 2
    /// days".
    private String left(JsonNode status) {
        for (var finding : status.path("findings")) {
            if (finding.path("requirement").asText().equals("cme-total")
                    && finding.path("remaining").asDouble() > 0) {
                var deadline = LocalDate.parse(finding.path("deadline").asText());
                return finding.path("remaining").asText()
                        + " credits to go, "
                        + due(ChronoUnit.DAYS.between(today, deadline));
            }
        }
        return "nothing to go";
    }

    private static String due(long days) {
        if (days < 0) {
            return "overdue";
        }
        return days == 0 ? "due today" : "due in " + days + (days == 1 ? " day" : " days");
    }

    /// Whole or not at all.
    private void write(Path file) {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(
                    unfinished,
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsBytes(list));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
