package cme.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.picture.ProgressBar;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Renders every component and picture with made-up data to `target/specimen/specimen.html`, to be
/// looked at.
class SpecimenTest {
    private static final Path FOLDER = Path.of("target/specimen");

    public record Requirement(
            String title,
            Look look,
            String earned,
            String required,
            @Nullable String left,
            ProgressBar picture,
            String note) {}

    public record Person(
            String name,
            String number,
            Look look,
            @Nullable ProgressBar cme,
            @Nullable ProgressBar safety) {}

    public record Fault(@Nullable String field, String sentence) {}

    @Test
    void everyComponentRendersWithoutInlineStylesOrScripts() throws IOException {
        String html =
                Templates.engine().getTemplate("specimen/specimen.html").data(data()).render();
        write(html);
        var page = Jsoup.parse(html);
        assertThat(page.select("[style], style, script, [onclick]")).isEmpty();
        assertThat(page.select("svg.icon > use")).hasSizeGreaterThan(40);
        assertThat(page.select("input:not([type=checkbox]):not([type=file])"))
                .allSatisfy(
                        input ->
                                assertThat(input.hasAttr("value") || input.hasAttr("name"))
                                        .isTrue());
    }

    private static Map<String, Object> data() {
        Map<String, Look> looks = new TreeMap<>();
        Arrays.stream(Look.values()).forEach(look -> looks.put(look.name(), look));
        return Map.of(
                "looks", looks,
                "all", Look.values(),
                "bars", bars(),
                "people", people(),
                "errors",
                        List.of(
                                new Fault(
                                        "b5", "Row 180: the activity gives at most 60.00 credits."),
                                new Fault(null, "Two rows name the same completion.")),
                "worklist", SpecimenPictures.worklist(),
                "timelines", List.of(SpecimenTimelines.usual(), SpecimenTimelines.crowded()),
                "approvals", SpecimenPictures.approvals(),
                "series", SpecimenPictures.standings(),
                "grid", SpecimenPictures.grid());
    }

    private static List<Requirement> bars() {
        return List.of(
                new Requirement(
                        "CME credits",
                        Look.DUE_SOON,
                        "145.75",
                        "150",
                        "4.25 to go",
                        bar(
                                Look.DUE_SOON,
                                "145.75 of 150",
                                "150",
                                "17.25",
                                "52.5",
                                "36.25",
                                "2",
                                "37.75"),
                        "Counts what is completed Dec 2, 2023 – Dec 1, 2026"),
                new Requirement(
                        "Patient-safety credits",
                        Look.MET,
                        "29",
                        "20",
                        null,
                        bar(Look.MET, "29 of 20", "20", "3.25", "10.5", "7.25", "0.5", "7.5"),
                        "Met on Oct 12, 2025"),
                new Requirement(
                        "CME credits of the previous five years",
                        Look.DECISION_NEEDED,
                        "0",
                        "125",
                        "125 to go",
                        bar(Look.DECISION_NEEDED, "0 of 125", "125"),
                        "Nothing is completed yet"));
    }

    private static ProgressBar bar(Look look, String words, String required, String... amounts) {
        return ProgressBar.of(
                look,
                words,
                new BigDecimal(required),
                Arrays.stream(amounts)
                        .map(amount -> new ProgressBar.Part(new BigDecimal(amount), amount))
                        .toList());
    }

    private static List<Person> people() {
        return List.of(
                new Person(
                        "O'Connor, Yuki",
                        "020005",
                        Look.NOT_MET,
                        bar(Look.MET, "174.75 / 150", "150", "174.75"),
                        bar(Look.MET, "34.50 / 20", "20", "34.5")),
                new Person("Nguyen, Maria", "020006", Look.NOT_MET, null, null),
                new Person(
                        "Wojciechowska-Schwarzenberger y Aparicio, María de los Ángeles",
                        "020015",
                        Look.DECISION_NEEDED,
                        bar(Look.NOT_MET, "130.25 / 150", "150", "130.25"),
                        bar(Look.IN_PROGRESS, "2.75 / 20", "20", "2.75")),
                new Person(
                        "Kim, Ewa",
                        "020019",
                        Look.LATE,
                        bar(Look.LATE, "0 / 150", "150"),
                        bar(Look.MET, "20 / 20", "20", "20")));
    }

    private static void write(String html) throws IOException {
        Files.createDirectories(FOLDER);
        Path resources = Path.of("src/main/resources");
        var styles = new StringBuilder();
        for (String path : Templates.read(resources.resolve("assets.txt")).lines().toList()) {
            Path file = resources.resolve(path);
            if (path.endsWith(".css")) {
                styles.append(Templates.read(file));
            } else if (!path.startsWith("#") && Files.exists(file)) {
                Files.copy(
                        file,
                        FOLDER.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(FOLDER.resolve("portal.css"), styles);
        Files.writeString(FOLDER.resolve("specimen.html"), html);
    }
}
