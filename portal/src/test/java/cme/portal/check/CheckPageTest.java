package cme.portal.check;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.credit.Match;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.services.Answers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckPageTest {
    private static final Formats FORMATS = Formats.of(null, ZoneId.of("America/New_York"));
    private static final CheckPage.Typed TYPED =
            new CheckPage.Typed("020066", "", "Lopez", "03-14");

    private static CheckPage.Answer answer(CheckPage page) {
        return Objects.requireNonNull(page.answer());
    }

    @Test
    void theAnswerSaysWhatARowWouldBecome() {
        CheckPage found = CheckPage.answered(TYPED, Answers.read("credit/match.json", Match.class));
        assertThat(answer(found).title()).isEqualTo("Yes, this person would be found.");
        assertThat(answer(found).look()).isEqualTo(Look.MET);
        CheckPage none =
                CheckPage.answered(TYPED, Answers.read("credit/match-none.json", Match.class));
        assertThat(answer(none).title()).isEqualTo("No, nobody would be found for sure.");
    }

    @Test
    void whatWasTypedStaysInTheForm() {
        CheckPage page = CheckPage.answered(TYPED, new Match("NO_MATCH", null));
        assertThat(page.fields())
                .extracting(CheckPage.Field::value)
                .containsExactly("Lopez", "020066", "", "03-14");
    }

    @Test
    void aNameAndANumberAreNeeded() {
        assertThat(CheckPage.incomplete(new CheckPage.Typed("1", "", "", "")).faults())
                .containsExactly(new CheckPage.Fault("familyName", "Enter the family name."));
        assertThat(CheckPage.incomplete(new CheckPage.Typed("", "", "Lopez", "")).faults())
                .containsExactly(
                        new CheckPage.Fault(
                                "diplomateId", "Enter the number of the board, or the NPI."));
    }

    @Test
    void tooManyQuestionsAreToldWhenToGoOn() {
        assertThat(
                        answer(
                                        CheckPage.tooOften(
                                                TYPED,
                                                Optional.of(Duration.ofSeconds(130)),
                                                FORMATS))
                                .sentence())
                .contains("Try again in about 3 minutes.");
        assertThat(answer(CheckPage.tooOften(TYPED, Optional.empty(), FORMATS)).sentence())
                .contains("Try again in a minute.");
    }
}
