package cme.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Everything that others make and we run is named by its exact version.
class PinnedVersionsTest {

    private static final Path PROJECT = ProjectFolder.find();

    @Test
    void imagesAreNamedByTheirVersion() throws IOException {
        var images =
                Stream.concat(
                                found("docker-compose.yml", "(?m)^ +image: ([^$\\s]+)$"),
                                Stream.of(
                                                "deploy/gateway/Dockerfile",
                                                "deploy/keycloak/Dockerfile",
                                                "catalog-service/src/main/docker/Dockerfile.jvm",
                                                "credit-service/src/main/docker/Dockerfile.jvm",
                                                "compliance-service/src/main/docker/Dockerfile.jvm",
                                                "portal/src/main/docker/Dockerfile.jvm")
                                        .flatMap(file -> found(file, "(?m)^FROM (\\S+)")))
                        .toList();
        assertThat(images)
                .hasSizeGreaterThanOrEqualTo(7)
                .allMatch(
                        image ->
                                image.matches("[a-z/.-]+:\\d+\\.\\d+(\\.\\d+)?([._]\\w+)?(-jre)?"));
    }

    @Test
    void actionsAreNamedByTheirCommit() {
        assertThat(found(".github/workflows/ci.yml", "uses: (\\S+)"))
                .isNotEmpty()
                .allMatch(action -> action.matches("actions/[a-z-]+@[0-9a-f]{40}"));
        assertThat(found(".github/workflows/ci.yml", "(?m)^permissions:\\n((?: +.*\\n)+)"))
                .containsExactly("  contents: read\n");
    }

    @Test
    void mavenIsCheckedBeforeItRuns() throws IOException {
        var wrapper = new Properties();
        try (var file =
                Files.newInputStream(PROJECT.resolve(".mvn/wrapper/maven-wrapper.properties"))) {
            wrapper.load(file);
        }
        assertThat(wrapper.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
        assertThat(Files.readAllLines(PROJECT.resolve(".mvn/maven.config")))
                .contains("--strict-checksums");
    }

    private static Stream<String> found(String file, String pattern) {
        try {
            var text = Files.readString(PROJECT.resolve(file));
            List<MatchResult> all = Pattern.compile(pattern).matcher(text).results().toList();
            return all.stream().map(one -> one.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
