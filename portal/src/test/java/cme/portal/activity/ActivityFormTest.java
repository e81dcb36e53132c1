package cme.portal.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.catalog.Activity;
import cme.portal.catalog.Provider;
import cme.portal.services.Answers;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityFormTest {

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var form = new ActivityForm();
        form.credits = "two";
        form.capGroup = "ASPS-ALL";
        form.offeredFrom = "soon";
        form.minutes = "1.5";
        assertThat(form.faults())
                .extracting(Fault::field)
                .containsExactly(
                        "code",
                        "title",
                        "provider",
                        "type",
                        "credits",
                        "capCredits",
                        "offeredFrom",
                        "minutes");
    }

    @Test
    void whatWasReadIsSentBackUnchanged() {
        Activity activity = Answers.read("catalog/activity.json", Activity.class);
        var form = ActivityForm.of(activity);
        assertThat(form.faults()).isEmpty();
        Activity.Request sent = form.request(true);
        assertThat(sent.title()).isEqualTo(activity.title());
        assertThat(sent.credits()).isEqualByComparingTo(BigDecimal.TWO);
        assertThat(sent.creditsConfirmed()).isTrue();
        assertThat(sent.cap()).isNull();
        assertThat(sent.reason()).isNull();
    }

    @Test
    void aSocietyDoesNotConfirmCredits() {
        var form = ActivityForm.blank("ASPS");
        form.credits = "1.25";
        form.minutes = "90";
        assertThat(form.request(false).creditsConfirmed()).isNull();
        assertThat(form.request(true).creditsConfirmed()).isFalse();
        assertThat(form.request(false).duration()).isEqualTo("PT1H30M");
    }

    @Test
    void aCodeIsWrittenInCapitals() {
        var form = new ActivityForm();
        form.code = " asps-new ";
        assertThat(form.value("code")).isEqualTo("ASPS-NEW");
    }

    @Test
    void theFormKeepsWhatWasTypedAndSaysWhatIsWrongWhere() {
        var form = ActivityForm.blank("ASPS");
        form.title = "Ärztliche Fortbildung “Nähte”";
        var page =
                ActivityFormPage.of(
                        form,
                        new ActivityFormPage.Known(
                                null,
                                new Provider("ASPS", "ASPS", null, List.of("PSTM-")),
                                ActivitiesPageTest.NAMES,
                                form.faults(),
                                null));
        assertThat(page.values().of("title")).isEqualTo("Ärztliche Fortbildung “Nähte”");
        assertThat(page.error("code")).isEqualTo("Give it a code; rosters name it by the code.");
        assertThat(page.error("title")).isNull();
        assertThat(page.codeHint()).endsWith("It begins with ASPS- or PSTM-.");
        assertThat(page.providers()).isEmpty();
        assertThat(page.types())
                .extracting(ApprovalFields.Option::label)
                .contains("Master class")
                .noneMatch(label -> label.contains("_"));
    }

    @Test
    void anApprovalForTracersNamesProcedures() {
        var form = new ApprovalForm();
        form.purpose = "TRACER";
        form.until = "31.12.2026";
        assertThat(form.faults())
                .extracting(Fault::field)
                .containsExactly("procedures", "from", "until");
    }

    @Test
    void aRetirementNeedsADayAndAReason() {
        assertThat(new RetirementForm().faults())
                .extracting(Fault::field)
                .containsExactly("on", "retirementReason");
    }
}
