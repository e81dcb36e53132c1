package cme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cme.stack.process.ProjectFolder;
import cme.stack.service.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The requests of the guide, a collection for Bruno, are answered as the guide says.
@ExtendWith(SharedSystem.class)
class GuideTest {

    @Test
    void everyRequestIsAnsweredAsTheGuideSays(RunningSystem system)
            throws IOException, InterruptedException {
        system.introduce("760001", "Katherine", "Johnson");
        var run =
                new ProcessBuilder(
                                ProjectFolder.find().resolve("clients/bruno/run").toString(),
                                "--env-var",
                                "catalog=" + system.stack().service(Service.CATALOG).baseUrl(),
                                "--env-var",
                                "credit=" + system.stack().service(Service.CREDIT).baseUrl(),
                                "--env-var",
                                "token=" + system.stack().tokens().society("ASPS"),
                                "--env-var",
                                "run=" + UUID.randomUUID(),
                                "--env-var",
                                "diplomate=760001",
                                "--env-var",
                                "familyName=Johnson")
                        .redirectErrorStream(true)
                        .start();
        run.getOutputStream().close();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = run.waitFor();
        // The script has said why, and that it is no error.
        assumeThat(said).doesNotContain("are not run, because");
        assertThat(exit).as(said).isZero();
    }
}
