package cme.system;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.ProjectFolder;
import cme.stack.service.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every metric of the alert rules and the dashboard is served.
@ExtendWith(SharedSystem.class)
class MonitoringTest {

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:cme|http_server|agroal|jvm)_[a-z_]+\\b");

    private static RunningSystem system;

    @BeforeAll
    static void start(RunningSystem running) {
        system = running;
    }

    @Test
    void everyMetricOfAnAlertOrOfTheDashboardIsServed() throws IOException {
        var served = served();
        assertThat(named("alerts.yml")).isNotEmpty().isSubsetOf(served);
        assertThat(named("grafana-dashboard.json")).isNotEmpty().isSubsetOf(served);
    }

    @Test
    void everyAlertIsExplainedToWhomItWakes() throws IOException {
        var operations = Files.readString(ProjectFolder.find().resolve("docs/operations.md"));
        var alerts = Pattern.compile("- alert: (\\w+)").matcher(file("alerts.yml"));
        assertThat(alerts.results().map(alert -> alert.group(1)))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(operations).contains("### " + alert + "\n"));
    }

    private static Set<String> named(String file) throws IOException {
        return names(file(file));
    }

    private static String file(String name) throws IOException {
        return Files.readString(ProjectFolder.find().resolve("deploy/monitoring").resolve(name));
    }

    private static Set<String> served() throws IOException {
        var all = new TreeSet<String>();
        for (var service : Service.values()) {
            var management = system.stack().service(service).managementUrl();
            try (var metrics = URI.create(management + "/q/metrics").toURL().openStream()) {
                all.addAll(names(new String(metrics.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return all;
    }

    private static Set<String> names(String text) {
        var names = new TreeSet<String>();
        METRIC.matcher(text).results().forEach(match -> names.add(match.group()));
        return names;
    }
}
