package cme.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.chassis.problem.Violation;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "López-García",
                "Ünal (MD), 5 % of 3 \u00d7 4 — \u201cyes\u201d",
                "\u5c71\u7530\u3000\u592a\u90ce",
                "\u0628\u0650\u0633\u0645",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\u0d9a\u0dca\u200d\u0dbb",
                "\u0915\u094d\u200d\u0937",
                "\u845b\udb40\udd00\u57ce",
                "Care \u2764\ufe0f"
            })
    void aTextOfAnyScriptStaysAsItIs(String text) {
        assertThat(PlainText.meant(text)).isEqualTo(text);
        assertThat(PlainText.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\u0085b",
                "a\u200eb",
                "a\u200fb",
                "a\u061cb",
                "a\u202ab",
                "a\u202eb",
                "a\u2066b",
                "a\u2069b",
                "a\u2028b",
                "a\u2062b",
                "a\u206fb",
                "a\u180eb",
                "a\u034fb",
                "a\u3164b",
                "a\uffa0b",
                "a\ufff9b",
                "a\udb40\udc01b",
                "a\udb40\udc61b",
                "a\ue000b",
                "a\uffffb",
                "a\u0378b",
                "a\ud800b"
            })
    void aTextThatDoesNotReadAsItIsStoredIsRefused(String text) {
        var fields = Fields.of(JsonNodeFactory.instance.objectNode().put("title", text));
        fields.text("title", 20);
        assertThat(fields.violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/title", "control-character"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\u200b012345\ufeff', 012345",
        "'\u00a0\u2003012345\u3000', 012345",
        "'\u202a012345\u202c', 012345",
        "'\u200eab\u200f', ab",
        "'ab\u200d', ab",
        "'pa\u00adtient sa\u200bfety\u2060', patient safety",
        "'a\u200cb', ab",
        "'\u0645\u200c b', '\u0645 b'"
    })
    void whatNobodySeesAroundAndWithinATextIsTakenOff(String sent, String meant) {
        assertThat(PlainText.meant(sent)).isEqualTo(meant);
    }

    @Test
    void anItemOfAListIsReadAsAnyOtherText() {
        var object = JsonNodeFactory.instance.objectNode();
        object.putArray("steps").add("a\u202eb").add("\u200bc");
        var fields = Fields.of(object);
        var read = fields.texts("steps", 5, 10);
        assertThat(read).last().isEqualTo("c");
        assertThat(fields.violations()).extracting(Violation::pointer).containsExactly("/steps/0");
    }
}
