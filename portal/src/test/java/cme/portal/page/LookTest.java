package cme.portal.page;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Colours are read from the style sheet that is served. Ratios are those of WCAG 2.2.
class LookTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final Map<String, List<String>> COLOURS = colours();

    @ParameterizedTest
    @EnumSource
    void everyStateIsFoundByItsConstant(Look look) {
        assertThat(Look.of(look.name())).isEqualTo(look);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAUSED", "met", ""})
    void aStateThatCameAfterThisVersionIsShownAsOpen(String constant) {
        assertThat(Look.of(constant)).isEqualTo(Look.IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsReadableInLightAndDark(Look look) {
        String name = look.css().substring("look-".length());
        for (int scheme = 0; scheme < 2; scheme++) {
            for (String ground : List.of("card", "paper", name + "-tint")) {
                assertThat(ratio(name + "-text", ground, scheme)).isGreaterThanOrEqualTo(TEXT);
                assertThat(ratio(name + "-fill", ground, scheme)).isGreaterThanOrEqualTo(SHAPE);
            }
            assertThat(ratio("ink", name + "-tint", scheme)).isGreaterThanOrEqualTo(TEXT);
            assertThat(ratio("card", name + "-text", scheme)).isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ink, paper, 4.5", "ink, card, 4.5", "ink, shade, 4.5",
        "soft, paper, 4.5", "soft, card, 4.5", "soft, shade, 4.5",
        "accent, paper, 4.5", "accent, card, 4.5", "accent, accent-tint, 4.5",
        "accent-strong, card, 4.5", "on-accent, accent, 4.5", "on-accent, accent-strong, 4.5",
        "edge, card, 3", "edge, paper, 3"
    })
    void whatIsWrittenOrPressedStandsOut(String colour, String ground, double atLeast) {
        assertThat(ratio(colour, ground, 0)).isGreaterThanOrEqualTo(atLeast);
        assertThat(ratio(colour, ground, 1)).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void statesAndStandingsOfTheStatusHaveALook() {
        String contract = Templates.read(Path.of("../compliance-service/contract/openapi.yaml"));
        Set<String> known = new HashSet<>(constants(contract, "State"));
        known.addAll(constants(contract, "Standing"));

        assertThat(Arrays.stream(Look.values()).map(Look::name).collect(toSet())).isEqualTo(known);
    }

    @Test
    void everyLookHasItsShapeAndTheTwoStandingsShareOne() {
        String icons = Templates.read(Path.of("src/main/resources/icons/icons.svg"));

        assertThat(Look.values())
                .allSatisfy(
                        look -> assertThat(icons).contains("<symbol id=\"" + look.icon() + "\""));
        assertThat(Arrays.stream(Look.values()).map(Look::icon).distinct()).hasSize(8);
        assertThat(Arrays.stream(Look.values()).map(Look::word).distinct()).hasSize(10);
    }

    @Test
    void noOtherStyleSheetNamesAColour() {
        var colour = Pattern.compile("#[0-9a-f]{3,8}\\b|rgb\\(|hsl\\(", Pattern.CASE_INSENSITIVE);

        assertThat(
                        Templates.read(Path.of("src/main/resources/assets.txt"))
                                .lines()
                                .filter(path -> path.endsWith(".css"))
                                .filter(path -> !path.endsWith("00-tokens.css"))
                                .filter(path -> !path.endsWith("90-print.css")))
                .allSatisfy(
                        path ->
                                assertThat(Templates.read(Path.of("src/main/resources", path)))
                                        .doesNotContainPattern(colour));
    }

    private static List<String> constants(String contract, String schema) {
        Matcher matcher =
                Pattern.compile(
                                "\n    "
                                        + schema
                                        + ":\n      type: string\n      enum:\n((?:      - \\w+\n)+)")
                        .matcher(contract);
        assertThat(matcher.find()).as(schema).isTrue();
        return matcher.group(1).lines().map(line -> line.replace("- ", "").strip()).toList();
    }

    /// Light and dark by the name of the property.
    private static Map<String, List<String>> colours() {
        Map<String, List<String>> colours = new HashMap<>();
        Pattern.compile("--([\\w-]+): light-dark\\((#\\w{6}), (#\\w{6})\\)")
                .matcher(Templates.read(Path.of("src/main/resources/styles/00-tokens.css")))
                .results()
                .forEach(
                        found ->
                                colours.put(
                                        found.group(1), List.of(found.group(2), found.group(3))));
        return colours;
    }

    private static double ratio(String one, String other, int scheme) {
        double a = luminance(colour(one, scheme));
        double b = luminance(colour(other, scheme));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static String colour(String name, int scheme) {
        return Objects.requireNonNull(COLOURS.get(name), name).get(scheme);
    }

    private static double luminance(String colour) {
        double[] parts =
                IntStream.of(1, 3, 5)
                        .mapToDouble(
                                at -> Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0)
                        .map(
                                part ->
                                        part <= 0.04045
                                                ? part / 12.92
                                                : Math.pow((part + 0.055) / 1.055, 2.4))
                        .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
