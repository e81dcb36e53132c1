package cme.test.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.stack.process.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// `docs/problems.md` lists every type of problem and every code of a violation in the sources.
class ProblemListTest {

    private static final Path PAGE = ProjectFolder.find().resolve("docs/problems.md");

    /// Run with `-Dcontract.update` to write the page.
    @Test
    void thePageIsWhatTheSourcesSay() throws IOException {
        String page = ProblemPage.of(RefusalSources.of(ProjectFolder.find()));
        if (System.getProperty("contract.update") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    /// Codes from every way in which the sources refuse: by a getter of fields, through a helper,
    /// by a method that chooses the code, in an outcome.
    @Test
    void refusalsAreFoundThroughHelpers() throws IOException {
        Set<Refusal> found = RefusalSources.of(ProjectFolder.find());
        assertThat(found)
                .extracting(Refusal::name)
                .contains(
                        "not-found",
                        "invalid-request",
                        "unknown-field",
                        "credits.over-maximum",
                        "identity.no-match",
                        "external-id-taken",
                        "approval-exists",
                        "no-cycle");
        assertThat(found)
                .filteredOn(refusal -> refusal.name().equals("if-match-required"))
                .extracting(Refusal::status, Refusal::title)
                .containsExactly(tuple("428", "If-Match is missing"));
        assertThat(List.copyOf(found)).isSorted();
    }
}
