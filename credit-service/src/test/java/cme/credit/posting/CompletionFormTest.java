package cme.credit.posting;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.json.Fields;
import cme.chassis.json.StrictJson;
import cme.credit.completion.Posted;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionFormTest {
    private static final String GOOD =
            """
            {"externalId":"E-1","diplomateId":"012345","npi":"1234567893","familyName":"Lopez","birthMonthDay":"03-14",
             "activity":"VTE","title":null,"completedOn":"2026-10-04","credits":1.5,"patientSafetyCredits":0,
             "category":"AMA_PRA_1"}""";

    @Test
    void aWholeCompletionIsRead() {
        Posted posted = read(GOOD).posted();
        assertThat(posted.content().credits()).hasToString("1.50");
        assertThat(posted.content().patientSafetyCredits()).hasToString("0.00");
        assertThat(posted.birthMonthDay()).hasToString("03-14");
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    credits              | 1.30              | /credits credits.increment
                    credits              | 0                 | /credits credits.range
                    credits              | -1                | /credits credits.range
                    credits              | 1000              | /credits credits.range
                    credits              | 1e999999999       | /credits credits.range
                    credits              | "1,25"            | /credits type
                    credits              | "1.25"            | /credits type
                    credits              | null              | /credits required
                    patientSafetyCredits | 1.75              | /patientSafetyCredits patient-safety.over-maximum
                    patientSafetyCredits | 0.1               | /patientSafetyCredits credits.increment
                    patientSafetyCredits | -0.25             | /patientSafetyCredits credits.range
                    completedOn          | "2026-02-29"      | /completedOn completed-on.format
                    completedOn          | "10/04/2026"      | /completedOn completed-on.format
                    completedOn          | 20261004          | /completedOn type
                    completedOn          | null              | /completedOn required
                    completedOn          | "2026-10-04T00:00:00" | /completedOn completed-on.time-part
                    completedOn          | "2026-10-04 12:00" | /completedOn completed-on.time-part
                    completedOn          | "2026-10-04Z"     | /completedOn completed-on.time-part
                    completedOn          | "2026-10-04-05:00" | /completedOn completed-on.time-part
                    completedOn          | "1989-12-31"      | /completedOn completed-on.too-early
                    npi                  | "1234567898"      | /npi npi.check-digit
                    npi                  | "123456789"       | /npi npi.format
                    npi                  | 1234567893        | /npi type
                    birthMonthDay        | "02-30"           | /birthMonthDay birth-month-day.format
                    familyName           | null              | /familyName required
                    familyName           | "..."             | /familyName family-name.format
                    externalId           | null              | /externalId required
                    externalId           | "a\\u0000b"       | /externalId control-character
                    externalId           | "a\\ud800"         | /externalId control-character
                    activity             | null              | /activity required
                    title                | "A title"         | /title activity.or-title
                    category             | "Category 1"      | /category category.format
                    session              | 1                 | /session type
                    session              | "A session whose name is longer than the sixty-four characters it may have"              | /session too-long
                    credit               | 1.5               | /credit unknown-field
                    """)
    void whatIsWrongIsNamed(String field, String value, String violation) {
        assertThat(shown(read(with(field, value)))).containsExactly(violation);
    }

    @Test
    void everyViolationIsReported() {
        assertThat(shown(read("{\"credits\":1.3,\"completedOn\":\"soon\",\"x\":1}")))
                .containsExactlyInAnyOrder(
                        "/externalId required",
                        "/diplomateId required",
                        "/familyName required",
                        "/activity required",
                        "/completedOn completed-on.format",
                        "/credits credits.increment",
                        "/x unknown-field");
    }

    @Test
    void aTableHoldsNumbersAsText() {
        Map<String, String> row =
                Map.of(
                        "externalId",
                        "E-1",
                        "diplomateId",
                        "012345",
                        "familyName",
                        "Lopez",
                        "birthMonthDay",
                        "",
                        "activity",
                        "VTE",
                        "completedOn",
                        "2026-10-04",
                        "credits",
                        "1.500",
                        "npi",
                        "");
        Posted posted = CompletionForm.read(Fields.ofRow(texts(row))).posted();
        assertThat(posted.content().credits()).hasToString("1.50");
        assertThat(posted.npi()).isNull();
    }

    @Test
    void aDecimalCommaIsAnError() {
        Map<String, String> row =
                Map.of(
                        "externalId",
                        "E-1",
                        "diplomateId",
                        "012345",
                        "familyName",
                        "Lopez",
                        "activity",
                        "VTE",
                        "completedOn",
                        "2026-10-04",
                        "credits",
                        "1,25");
        assertThat(shown(CompletionForm.read(Fields.ofRow(texts(row)))))
                .containsExactly("/credits credits.increment");
    }

    @Test
    void theSameContentHasTheSameHashHoweverItWasWritten() {
        Posted one = read(with("credits", "1.5")).posted();
        Posted same = read(with("credits", "1.500")).posted();
        Posted other = read(with("credits", "1.75")).posted();
        assertThat(one.contentHash())
                .isEqualTo(same.contentHash())
                .isNotEqualTo(other.contentHash());
    }

    /// The hash without a session is the one of postings of before there were sessions.
    @Test
    void aSessionIsAPartOfTheContentAndChangesNoEarlierHash() {
        Posted without = read(GOOD).posted();
        assertThat(without.contentHash()).hasToString("e02d859f-4fca-4c9f-4330-2f43107319e5");
        Posted session = read(with("session", "\" Morning session \"")).posted();
        assertThat(session.content().session()).isEqualTo("Morning session");
        assertThat(session.contentHash())
                .isNotEqualTo(without.contentHash())
                .isNotEqualTo(read(with("session", "\"Afternoon\"")).posted().contentHash());
    }

    static String with(String field, String value) {
        try {
            var mapper = StrictJson.mapper();
            ObjectNode node = (ObjectNode) mapper.readTree(GOOD);
            node.set(field, mapper.readTree(value));
            return node.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static CompletionForm read(String json) {
        try {
            return CompletionForm.read(Fields.of(StrictJson.mapper().readTree(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> shown(CompletionForm form) {
        return form.violations().stream().map(v -> v.pointer() + " " + v.code()).toList();
    }

    private static ObjectNode texts(Map<String, String> row) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        row.forEach(texts::put);
        return texts;
    }
}
