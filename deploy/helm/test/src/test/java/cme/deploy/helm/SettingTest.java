package cme.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import cme.deploy.helm.Chart.ValueSet;
import cme.stack.process.ProjectFolder;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/// The settings of containers are those of `docs/configuration.md`, and those that compose gives.
class SettingTest {

    /// Compose hands these on from `.env`; the image of the gateway has defaults.
    private static final Set<String> HAS_A_DEFAULT =
            Set.of(
                    "CME_GATEWAY_REQUESTS_PER_SECOND",
                    "CME_GATEWAY_CONNECTIONS",
                    "CME_GATEWAY_SIGN_INS_PER_SECOND");

    @ParameterizedTest
    @EnumSource
    void everySettingIsDescribed(ValueSet values) throws IOException {
        var page = Files.readString(ProjectFolder.find().resolve("docs/configuration.md"));
        assertThat(
                        Chart.of(values)
                                .containers()
                                .flatMap(container -> container.getEnv().stream())
                                .map(EnvVar::getName)
                                .distinct())
                .isNotEmpty()
                .allMatch(name -> described(page, name));
    }

    @ParameterizedTest
    @EnumSource
    void noSettingIsGivenTwice(ValueSet values) {
        assertThat(Chart.of(values).containers())
                .allSatisfy(
                        container ->
                                assertThat(container.getEnv())
                                        .extracting(EnvVar::getName)
                                        .doesNotHaveDuplicates());
    }

    /// A part gets every variable that `docker-compose.yml` gives it.
    @ParameterizedTest
    @EnumSource
    void noSettingOfTheContainersIsForgotten(ValueSet values) throws IOException {
        var objects =
                Chart.with(values, Map.of("tracing.endpoint", "http://collector.tracing:4318"));
        Map<String, Map<String, Map<String, Map<String, String>>>> compose =
                new Yaml()
                        .load(Files.readString(ProjectFolder.find().resolve("docker-compose.yml")));
        for (var part : PodTest.PARTS) {
            var given = compose.get("services").get(part).get("environment").keySet();
            assertThat(PodTest.pod(objects.deployment(part)).getContainers().getFirst().getEnv())
                    .as(part)
                    .extracting(EnvVar::getName)
                    .containsAll(
                            given.stream().filter(name -> !HAS_A_DEFAULT.contains(name)).toList());
        }
    }

    @Test
    void aFurtherSettingReachesItsPart() {
        var credit =
                Chart.with(
                        ValueSet.SMALL,
                        Map.of("parts.credit-service.env.CME_CREDIT_REVIEW_CREDITS", "80.00"));
        assertThat(
                        PodTest.env(
                                        PodTest.pod(credit.deployment("credit-service"))
                                                .getContainers()
                                                .getFirst(),
                                        "CME_CREDIT_REVIEW_CREDITS")
                                .getValue())
                .isEqualTo("80.00");
    }

    /// The page has the name itself, with a placeholder for the owner, or the beginning of Kafka's
    /// own.
    private static boolean described(String page, String name) {
        return page.contains("`" + name + "`")
                || page.contains(
                        "`" + name.replaceAll("_(CATALOG|CREDIT|COMPLIANCE)$", "_<OWNER>`"))
                || page.contains("`" + name.replaceAll("^(KAFKA_[A-Z]+_).*", "$1...`"));
    }
}
