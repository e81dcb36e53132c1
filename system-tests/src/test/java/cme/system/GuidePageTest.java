package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import cme.stack.client.Api;
import cme.stack.process.ProjectFolder;
import cme.stack.service.Service;
import cme.system.GuidePage.Command;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The commands of the guide are run as they stand, in their order, by a shell that has `curl`.
/// They are answered as the page shows it.
@ExtendWith(SharedSystem.class)
class GuidePageTest {

    /// A society, a diplomate and an NPI of this test take the places of those of the page.
    private static final Map<String, String> OF_THIS_TEST =
            Map.of("ASPS", "GUIDE", "012345", "760002", "1234567893", "1600000016");

    /// A token without an identity provider, a file that the page does not have, and a code that no
    /// transcript has.
    private static final List<String> NOT_RUN =
            List.of(
                    "CME=https://",
                    "openid-connect",
                    "./cme token",
                    "roster.xlsx",
                    "/verifications/");

    @TempDir private Path folder;

    @BeforeAll
    static void theToolsOfThePageAreThere() throws Exception {
        var tools = new ProcessBuilder("sh", "-c", "command -v curl sha256sum openssl base64 od");
        assumeThat(tools.redirectOutput(Redirect.DISCARD).start().waitFor())
                .as("curl, sha256sum, openssl, base64 and od")
                .isZero();
    }

    @Test
    void theCommandsOfThePageAreAnsweredAsItShows(RunningSystem system) throws Exception {
        prepare(system);
        List<Command> commands =
                page().stream()
                        .filter(command -> NOT_RUN.stream().noneMatch(command.text()::contains))
                        .toList();
        run(system, commands);
        var said = new ArrayList<String>();
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            said.add(Files.readString(folder.resolve("said-" + i)));
            assertThat(said.getLast())
                    .as(command.text())
                    .doesNotContain("https://problems.cme.example/");
            if (command.answer() != null) {
                assertThat(GuidePage.missing(ofThisTest(command.answer()), said.getLast()))
                        .as(command.text())
                        .isEmpty();
            }
        }
        assertThat(saidBy("mended.csv", commands, said)).contains("\"recorded\":1");
        assertThat(saidBy("/reconciliations", commands, said))
                .contains("\"digest\":\"" + saidBy("digest()", commands, said).strip() + "\"");
    }

    private static String saidBy(String part, List<Command> commands, List<String> said) {
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i).text().contains(part)) {
                return said.get(i);
            }
        }
        throw new AssertionError("The page has no command with " + part);
    }

    /// Digests and signatures are those that the page shows in a comment at the end.
    @Test
    void whatIsComputedIsWhatThePageShows() throws Exception {
        List<Command> computed =
                page().stream().filter(c -> c.text().matches("(?s).*\n# [^\n]+\n")).toList();
        assertThat(computed).hasSize(2);
        for (Command command : computed) {
            String shown = command.text().strip().replaceFirst("(?s).*\n# ", "");
            assertThat(said(new ProcessBuilder("sh", "-c", command.text())).strip())
                    .isEqualTo(shown);
        }
    }

    private static List<Command> page() throws IOException {
        return GuidePage.commands(Files.readString(ProjectFolder.find().resolve("docs/api.md")));
    }

    /// The entries that the board has made before.
    private static void prepare(RunningSystem system) {
        Api catalog = system.board(Service.CATALOG);
        catalog.put("/v1/providers/GUIDE", "{\"name\": \"A society of the guide\"}").expect(201);
        catalog.put(
                        "/v1/activities/GUIDE-ANNUAL-2026",
                        """
                        {"code": "GUIDE-ANNUAL-2026", "title": "Annual meeting 2026", "provider": "GUIDE",
                         "type": "MEETING", "credits": 60, "patientSafetyCredits": 12,
                         "creditsConfirmed": true, "oncePer": "DATE"}
                        """)
                .expect(201);
        catalog.post(
                        "/v1/activities/GUIDE-ANNUAL-2026/approvals",
                        "{\"purpose\": \"LIFELONG_LEARNING\", \"from\": \"2026-01-01\", \"until\": null}")
                .expect(200, 201);
        system.board(Service.CREDIT)
                .put(
                        "/v1/identities/760002?insist=true&reason=Another%20person%20of%20the%20name",
                        """
                        {"npi": "1600000016", "givenName": "Maria", "familyName": "Lopez-Garcia",
                         "birthMonthDay": "03-14"}
                        """)
                .expect(201);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> system.society("GUIDE").get("/v1/rosters").status() == 200);
    }

    private static String ofThisTest(String text) {
        String own = text;
        for (Map.Entry<String, String> one : OF_THIS_TEST.entrySet()) {
            own = own.replace(one.getKey(), one.getValue());
        }
        return own;
    }

    private void run(RunningSystem system, List<Command> commands)
            throws IOException, InterruptedException {
        var script = new StringBuilder("set -eu\n");
        for (int i = 0; i < commands.size(); i++) {
            script.append("{\n%s} >said-%d\n".formatted(ofThisTest(commands.get(i).text()), i));
        }
        var builder = new ProcessBuilder("sh", "-c", script.toString());
        builder.directory(folder.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "CATALOG", system.stack().service(Service.CATALOG).baseUrl(),
                                "CREDIT", system.stack().service(Service.CREDIT).baseUrl(),
                                "TOKEN", system.stack().tokens().society("GUIDE")));
        said(builder);
    }

    private static String said(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
