package cme.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import cme.deploy.helm.Chart.ValueSet;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each service has a database of its own, with an owner who migrates and a user who works.
class DatabaseTest {

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "LARGE"})
    void theOwnerAndTheUserOfAServiceAreTwo(ValueSet values) {
        var clusters = Chart.of(values).named("Cluster");
        assertThat(clusters)
                .containsOnlyKeys(
                        "catalog-database",
                        "compliance-database",
                        "credit-database",
                        "keycloak-database");
        for (var name : List.of("catalog", "credit", "compliance")) {
            var spec = clusters.get(name + "-database").path("spec");
            assertThat(spec.at("/bootstrap/initdb/database").asText()).isEqualTo(name);
            assertThat(spec.at("/bootstrap/initdb/owner").asText()).isEqualTo(name + "_owner");
            assertThat(spec.at("/managed/roles")).singleElement();
            assertThat(spec.at("/managed/roles/0/name").asText()).isEqualTo(name);
            assertThat(spec.at("/managed/roles/0/superuser").asBoolean(true)).isFalse();
            assertThat(texts(spec.at("/bootstrap/initdb/postInitApplicationSQL")))
                    .containsExactly(
                            "revoke all on database %s from public".formatted(name),
                            "create role %s login".formatted(name),
                            "grant %1$s to %1$s_owner".formatted(name),
                            "grant connect on database %1$s to %1$s".formatted(name));
            assertThat(spec.path("enableSuperuserAccess").asBoolean(true)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceWorksAsTheUserAndMigratesAsTheOwner(ValueSet values) {
        for (var name : List.of("catalog", "credit", "compliance")) {
            var container =
                    PodTest.pod(Chart.of(values).deployment(name + "-service"))
                            .getContainers()
                            .getFirst();
            for (var field : List.of("USERNAME", "PASSWORD")) {
                assertThat(
                                PodTest.env(container, "QUARKUS_DATASOURCE_" + field)
                                        .getValueFrom()
                                        .getSecretKeyRef()
                                        .getName())
                        .isEqualTo(name + "-database-user");
                assertThat(
                                PodTest.env(container, "QUARKUS_FLYWAY_" + field)
                                        .getValueFrom()
                                        .getSecretKeyRef()
                                        .getName())
                        .isEqualTo(name + "-database-owner");
            }
            var url = PodTest.env(container, "QUARKUS_DATASOURCE_JDBC_URL").getValue();
            assertThat(url)
                    .startsWith("jdbc:postgresql://")
                    .contains(
                            "/" + name + "?",
                            "sslmode=verify-full",
                            "sslrootcert=/etc/cme/database-ca/ca.crt");
            assertThat(container.getVolumeMounts())
                    .anyMatch(mount -> mount.getMountPath().equals("/etc/cme/database-ca"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "LARGE"})
    void nobodyConnectsUnencryptedAndNothingGoesWithTheRelease(ValueSet values) {
        assertThat(Chart.of(values).named("Cluster").values())
                .allSatisfy(
                        cluster -> {
                            assertThat(texts(cluster.at("/spec/postgresql/pg_hba")))
                                    .containsExactly("hostnossl all all all reject");
                            assertThat(
                                            cluster.at(
                                                            "/metadata/annotations/helm.sh~1resource-policy")
                                                    .asText())
                                    .isEqualTo("keep");
                        });
    }

    /// A database stops when the volume of its log is full.
    @ParameterizedTest
    @EnumSource(names = {"SMALL", "LARGE"})
    void theLogFitsIntoItsVolumeTwice(ValueSet values) {
        for (var cluster : Chart.of(values).named("Cluster").values()) {
            var log = cluster.at("/spec/postgresql/parameters/max_wal_size");
            assertThat(gigabytes(cluster.at("/spec/walStorage/size")))
                    .as(Objects.name(cluster))
                    .isGreaterThanOrEqualTo(2 * gigabytes(log));
        }
    }

    @Test
    void aLargeInstallationCommitsTwiceAndBacksUp() {
        var objects = Chart.of(ValueSet.LARGE);
        assertThat(objects.named("Cluster").values())
                .allMatch(
                        cluster ->
                                cluster.at("/spec/postgresql/synchronous/dataDurability")
                                        .asText()
                                        .equals("required"));
        assertThat(objects.named("ScheduledBackup").keySet())
                .isEqualTo(objects.named("Cluster").keySet());
        assertThat(objects.named("ScheduledBackup").values())
                .allMatch(
                        backup ->
                                backup.at("/spec/cluster/name")
                                        .asText()
                                        .equals(Objects.name(backup)));
    }

    @Test
    void whoHasDatabasesAlreadyGetsNone() {
        assertThat(Chart.of(ValueSet.EXISTING).all())
                .extracting(StrictModels::kind)
                .noneMatch(
                        kind ->
                                kind.contains("cnpg.io")
                                        || kind.contains("strimzi.io")
                                        || kind.contains("keycloak.org")
                                        || kind.contains("coreos.com"));
    }

    private static int gigabytes(JsonNode size) {
        assertThat(size.asText()).matches("\\d+G[iB]");
        return Integer.parseInt(size.asText().replaceAll("\\D", ""));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
