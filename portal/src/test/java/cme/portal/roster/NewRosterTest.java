package cme.portal.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.credit.RosterResult;
import cme.portal.credit.RosterRow;
import cme.portal.page.Formats;
import cme.portal.page.PortalConfig;
import cme.portal.services.Answers;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewRosterTest {
    private static final Formats FORMATS = Formats.of(null, ZoneId.of("America/New_York"));

    @TempDir Path folder;

    private Path file(String content, Charset charset) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "r", ""), content, charset);
    }

    private FileForm form(String content) throws IOException {
        return FileForm.of(file(content, StandardCharsets.UTF_8));
    }

    @Test
    void theFormIsKnownByTheBeginningOfTheFile() throws IOException {
        assertThat(form("externalId,npi\n").kind()).isEqualTo(FileForm.Kind.CSV);
        assertThat(form("\uFEFFexternalId;npi\n").kind()).isEqualTo(FileForm.Kind.CSV);
        assertThat(form("{\"externalId\":\"a\"}\n{\"externalId\":\"b\"}\n").kind())
                .isEqualTo(FileForm.Kind.NDJSON);
        assertThat(form("{\n \"completions\": [{}]}").kind()).isEqualTo(FileForm.Kind.JSON);
        assertThat(form("{\"externalId\":\"r\",\"completions\":[{}]}").kind())
                .isEqualTo(FileForm.Kind.JSON);
        assertThat(form("<?xml version=\"1.0\"?><r/>").kind()).isEqualTo(FileForm.Kind.XML);
        assertThat(form("PK\u0003\u0004..").kind()).isEqualTo(FileForm.Kind.WORKBOOK);
        assertThat(form("Provider Activity ID\tLearner Last Name\n").pars()).isTrue();
        assertThat(form("{\"ACCMELearnerReports\": {}}").pars()).isTrue();
    }

    @Test
    void aTableIsReadInItsCharsetAndWithItsSeparator() throws IOException {
        Table windows =
                Table.of(
                        file("a;b\n1;Müller\n", Charset.forName("windows-1252")),
                        FileForm.Kind.CSV);
        assertThat(windows.header()).containsExactly("a", "b");
        assertThat(windows.rows()).containsExactly(List.of("1", "Müller"));
        Table marked =
                Table.of(
                        file("\uFEFFa\tb\n1\tMüller\n", StandardCharsets.UTF_16LE),
                        FileForm.Kind.CSV);
        assertThat(marked.header()).containsExactly("a", "b");
        assertThat(marked.rows()).containsExactly(List.of("1", "Müller"));
    }

    @Test
    void underOtherNamesTheValuesStayAsTheyAre() throws IOException {
        Path file =
                file(
                        "Ref;Board number;Last name;Hotel\n1;012345;\"A, \"\"B\"\"\";x\n",
                        StandardCharsets.UTF_8);
        Table table = Table.of(file, FileForm.Kind.CSV);
        List<String> header =
                Columns.header(List.of("externalId", "diplomateId", "familyName", ""));
        Path target = folder.resolve("target");
        table.renamed(file, FileForm.Kind.CSV, header, target);
        assertThat(Files.readString(target))
                .isEqualTo(
                        "externalId,diplomateId,familyName,left-out-4\r\n"
                                + "1,012345,\"A, \"\"B\"\"\",x\r\n");
        assertThat(Columns.leftOut(header)).isEqualTo("left-out-4");
    }

    /// The ledger reads the first sheet that is not hidden.
    @Test
    void aHiddenSheetOfAWorkbookIsPassedOver() throws IOException {
        Path file = Files.createTempFile(folder, "r", ".xlsx");
        try (var workbook = new Workbook(Files.newOutputStream(file), "tests", "1.0")) {
            Worksheet hidden = workbook.newWorksheet("Codes");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            hidden.value(0, 0, "not read");
            Worksheet roster = workbook.newWorksheet("Roster");
            roster.value(0, 0, "Board number");
            roster.value(0, 1, "Day");
            roster.value(1, 0, 12345);
            roster.style(1, 0).format("000000").set();
            roster.value(1, 1, LocalDate.of(2026, 10, 4));
            roster.style(1, 1).format("yyyy-mm-dd").set();
        }
        Table table = Table.of(file, FileForm.Kind.WORKBOOK);
        assertThat(table.header()).containsExactly("Board number", "Day");
        assertThat(table.rows()).containsExactly(List.of("012345", "2026-10-04"));
        Path target = folder.resolve("target");
        table.renamed(file, FileForm.Kind.WORKBOOK, List.of("diplomateId", "completedOn"), target);
        assertThat(Files.readString(target))
                .isEqualTo("diplomateId,completedOn\r\n012345,2026-10-04\r\n");
    }

    @Test
    void whatAColumnMeansIsGuessedOnce() {
        assertThat(
                        Columns.guessed(
                                List.of(
                                        "Reference",
                                        "Board number",
                                        "Last Name",
                                        "Surname",
                                        "Completion date",
                                        "Hotel")))
                .containsExactly("externalId", "diplomateId", "familyName", "", "completedOn", "");
    }

    private static KeptFile kept(@Nullable RosterResult result) {
        return new KeptFile(
                "f1",
                "ASPS",
                Path.of("f1"),
                "r.csv",
                new FileForm(FileForm.Kind.CSV, false),
                "DAY-1",
                false,
                new Table(
                        List.of("externalId", "Hotel"),
                        List.of(List.of("A-1", "Ritz")),
                        StandardCharsets.UTF_8,
                        ','),
                null,
                result,
                null,
                Instant.EPOCH);
    }

    @Test
    void thePreviewCountsTheErrorsByKindAndShowsTheFirstRows() {
        PreviewPage page =
                PreviewPage.of(
                        kept(Answers.read("credit/roster-result-dry-run.json", RosterResult.class)),
                        FORMATS);
        assertThat(page.headline()).isEqualTo("1 of 3 rows is in order.");
        assertThat(page.lead()).startsWith("2 to mend. Nothing is recorded yet. ");
        assertThat(page.post()).isEqualTo("Post 3 rows");
        assertThat(page.columns()).isEmpty();
        assertThat(page.kinds()).hasSize(8);
        assertThat(page.lines()).hasSize(2);
        assertThat(page.lines().getLast().errors())
                .contains(
                        "Family name: Family name is missing.",
                        "Completed on: Oct 12, 2027 is after today, Nov 29, 2026.");
        assertThat(page.bar()).isNotNull();
        assertThat(page.bar().words()).startsWith("1 In order, ");
    }

    @Test
    void rowsThatWouldWaitForTheBoardAreNotInOrder() {
        RosterResult waiting =
                new RosterResult(
                        null,
                        "DAY-1",
                        "RECORDED",
                        true,
                        4,
                        1,
                        0,
                        0,
                        0,
                        0,
                        3,
                        0,
                        List.of(),
                        List.of(
                                held(2, "NO_MATCH"),
                                held(3, "MULTIPLE_MATCHES"),
                                held(4, "NO_MATCH")),
                        0);
        PreviewPage page = PreviewPage.of(kept(waiting), FORMATS);
        assertThat(page.headline()).isEqualTo("1 of 4 rows is in order.");
        assertThat(page.lead()).startsWith("3 wait for the board. Nothing is recorded yet. ");
        assertThat(page.waits())
                .containsExactly(
                        new PreviewPage.Wait("2 rows", "Nobody has this number."),
                        new PreviewPage.Wait("1 row", "Several diplomates fit."));
    }

    private static RosterRow held(int row, String reason) {
        return new RosterRow(
                row,
                "A-" + row,
                "HELD",
                null,
                reason,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    @Test
    void afterACheckInVainTheFileCanBeTriedAgain() {
        PreviewPage page = PreviewPage.of(kept(null), FORMATS);
        assertThat(page.headline()).isEqualTo("This file cannot be read as it is.");
        assertThat(page.post()).isNull();
    }

    private static KeptFiles files(Clock clock) {
        PortalConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(PortalConfig.class)
                        .withDefaultValues(
                                Map.of(
                                        "cme.portal.cookie-secret", "s",
                                        "cme.portal.uploads", "4"))
                        .withConverter(Duration.class, 100, text -> Duration.parse("PT" + text))
                        .build()
                        .getConfigMapping(PortalConfig.class);
        return new KeptFiles(config, clock);
    }

    private static KeptFile keep(KeptFiles files, String subject, Instant at) throws IOException {
        Path path = Files.writeString(files.place(), "a,b\n");
        return files.keep(
                path,
                _ ->
                        new KeptFile(
                                path.getFileName().toString(),
                                subject,
                                path,
                                "r.csv",
                                new FileForm(FileForm.Kind.CSV, false),
                                "R",
                                false,
                                null,
                                null,
                                null,
                                null,
                                at));
    }

    @Test
    void aFileIsItsSendersOnly() throws IOException {
        KeptFiles files = files(Clock.systemUTC());
        KeptFile mine = keep(files, "ASPS", Instant.now());
        assertThat(files.find(mine.id(), "ASPS")).contains(mine);
        assertThat(files.find(mine.id(), "ASAPS")).isEqualTo(Optional.empty());
        files.removeAll();
        assertThat(mine.path()).doesNotExist();
    }

    @Test
    void filesAreFewAndAreKeptForAShortTime() throws IOException {
        Instant now = Instant.parse("2026-11-29T12:00:00Z");
        KeptFiles files = files(Clock.fixed(now, ZoneOffset.UTC));
        KeptFile old = keep(files, "ASAPS", now.minus(Duration.ofMinutes(31)));
        KeptFile first = keep(files, "ASPS", now.minusSeconds(50));
        assertThat(files.find(old.id(), "ASAPS")).isEmpty();
        assertThat(old.path()).doesNotExist();
        for (int i = 0; i < 3; i++) {
            keep(files, "ASPS", now.minusSeconds(40 - i));
        }
        assertThat(files.find(first.id(), "ASPS")).isEmpty();
        KeptFile oldest = keep(files, "A", now.minusSeconds(45));
        keep(files, "B", now);
        assertThat(files.find(oldest.id(), "A")).isEmpty();
        files.removeAll();
    }
}
