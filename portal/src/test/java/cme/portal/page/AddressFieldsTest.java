package cme.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.portal.services.Refusals;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Violation;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFieldsTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private final AddressFields address = new AddressFields(() -> AMERICAN);

    @Test
    void valuesThatCanBeReadAreRead() {
        assertThat(address.day("asOf", " 2026-12-01 ")).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(address.instant("knownAt", "2026-12-01T00:00:00Z"))
                .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(address.number("page", "2")).isEqualTo(2);
        assertThat(address.text("q", " Lopez ", "None.")).isEqualTo("Lopez");
        assertThat(address.faults()).isEmpty();
    }

    @Test
    void whatIsEmptyOrNotSentIsNothingAndNoFault() {
        assertThat(address.day("asOf", "")).isNull();
        assertThat(address.day("asOf", null)).isNull();
        assertThat(address.number("page", " ")).isNull();
        assertThat(address.text("q", " ", "None.")).isNull();
        assertThat(address.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-13-40", "2026-02-30", "tomorrow", "12/01/2026", "2026-12-01T00:00"})
    void aDayThatIsNoneIsLeftOutAndSaidAtItsField(String typed) {
        assertThat(address.day("asOf", typed)).isNull();
        assertThat(address.fault("asOf")).isEqualTo("The calendar has no such day. Choose one.");
        assertThat(address.fault("knownBy")).isNull();
        assertThat(address.isRefused("asOf")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "1.5", "99999999999999999999", "1e3"})
    void aNumberThatIsNoneIsLeftOut(String typed) {
        assertThat(address.number("page", typed)).isNull();
        assertThat(address.faults()).containsExactly("This is no whole number.");
    }

    @Test
    void aCodeThatAServiceDoesNotTakeIsLeftOutAndThePageIsAskedForOnceMore() {
        List<@Nullable String> asked = new ArrayList<>();
        String page =
                address.asking(
                        () -> {
                            String standing =
                                    address.text(
                                            "standing", "ASLEEP", "There is no such standing.");
                            asked.add(standing);
                            if (standing != null) {
                                throw Refusals.invalid(
                                        new Violation(
                                                "/standing", "unknown-value", "One of A, B."));
                            }
                            return "everybody";
                        });
        assertThat(page).isEqualTo("everybody");
        assertThat(asked).containsExactly("ASLEEP", null);
        assertThat(address.faults()).containsExactly("There is no such standing.");
    }

    @Test
    void aDayThatAServiceDoesNotTakeIsSaidInItsOwnSentenceWithDaysAsReadersWriteThem() {
        address.asking(
                () -> {
                    if (address.day("from", "0001-01-01") != null) {
                        throw Refusals.invalid(
                                new Violation(
                                        "/from", "date.range", "from is not before 1990-01-01."));
                    }
                    return "";
                });
        assertThat(address.fault("from")).isEqualTo("From is not before Jan 1, 1990.");
    }

    @Test
    void aMomentIsSaidInWordsAlsoWhenAServiceDoesNotTakeIt() {
        address.asking(
                () -> {
                    if (address.instant("knownAt", "2999-01-01T00:00:00Z") != null) {
                        throw Refusals.invalid(
                                new Violation(
                                        "/knownAt",
                                        "instant.format",
                                        "An instant is written 2026-11-23T15:04:05Z."));
                    }
                    return "";
                });
        assertThat(address.faults())
                .containsExactly("There is no such moment of which something could be known.");
    }

    @Test
    void aRefusalOfSomethingElseStaysOne() {
        ServiceProblem other =
                Refusals.invalid(
                        new Violation("/standing", "unknown-value", "One of A, B."),
                        new Violation("/rows/3", "required", "A row is needed."));
        assertThatThrownBy(
                        () ->
                                address.asking(
                                        () -> {
                                            address.text("standing", "X", "None.");
                                            throw other;
                                        }))
                .isSameAs(other);
        assertThat(address.faults()).isEmpty();
    }

    @Test
    void aServiceThatStillRefusesIsAskedNoThirdTime() {
        ServiceProblem always = Refusals.invalid(new Violation("/q", "length", "Too long."));
        List<String> asked = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                address.asking(
                                        () -> {
                                            address.text("q", "x", "None.");
                                            asked.add("");
                                            throw always;
                                        }))
                .isSameAs(always);
        assertThat(asked).hasSize(2);
    }

    @Test
    void insteadOfAFileThePageWithTheSameAddressSaysWhatIsWrong() {
        address.day("from", "2026-13-40");
        Query page = Query.of("/transcript").with("from", "2026-13-40");
        try (Response answer = address.file(page, () -> Response.ok().build())) {
            assertThat(answer.getStatus()).isEqualTo(303);
            assertThat(answer.getLocation()).hasToString("/transcript?from=2026-13-40");
        }
    }

    @Test
    void aFileThatAServiceRefusesForTheAddressLeadsToThePageToo() {
        address.text("sort", "SIDEWAYS", "None.");
        Query page = Query.of("/worklist").with("sort", "SIDEWAYS");
        try (Response answer =
                address.file(
                        page,
                        () -> {
                            throw Refusals.invalid(
                                    new Violation("/sort", "unknown-value", "One of."));
                        })) {
            assertThat(answer.getStatus()).isEqualTo(303);
        }
        try (Response answer =
                new AddressFields(() -> AMERICAN).file(page, () -> Response.ok("file").build())) {
            assertThat(answer.getStatus()).isEqualTo(200);
        }
    }
}
