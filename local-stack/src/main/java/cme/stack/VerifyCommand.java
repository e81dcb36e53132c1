package cme.stack;

import cme.stack.client.Answer;
import cme.stack.client.Api;
import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;
import cme.stack.token.SigningKey;
import cme.stack.token.Tokens;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// `./cme verify`: has every service with a database of a running stack check its event log, the
/// hash chain, the checkpoints, its current rows and its topics against each other, and says what
/// does not agree.
record VerifyCommand(Path data) {
    private static final Map<Service, String> PATHS =
            Map.of(
                    Service.CATALOG, "/v1/catalog-ledger/verification",
                    Service.CREDIT, "/v1/ledger/verification",
                    Service.COMPLIANCE, "/v1/readiness-ledger/verification");

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MAX_SHOWN = 20;

    static VerifyCommand of(List<String> line) {
        return new VerifyCommand(
                Arguments.parse(line, Set.of(), Set.of("--data")).withoutWords().data());
    }

    /// @throws StackFailure when something does not agree, or a service cannot be asked
    void run() throws InterruptedException {
        Path key = data.resolve("secrets").resolve(LocalStack.SIGNING_KEY);
        if (!Files.isReadable(key)) {
            throw new StackFailure(
                    "No stack was ever started in " + data + ": run ./cme start first.");
        }
        Tokens tokens = new Tokens(SigningKey.read(key));
        Ports ports = RememberedPorts.of(DataFolder.open(data));
        verify(
                service -> new Api("http://127.0.0.1:" + ports.http(service), tokens::ops),
                System.out);
    }

    /// @throws StackFailure when something does not agree, or could not be compared
    static void verify(Function<Service, Api> services, PrintStream out)
            throws InterruptedException {
        long found = 0;
        var notCompared = new ArrayList<String>();
        for (Service service : Service.withDatabase()) {
            JsonNode checked = checked(service, services.apply(service));
            found += report(service, checked, out);
            checked.path("notCompared").forEach(place -> notCompared.add(place.asText()));
        }
        if (found > 0) {
            throw new StackFailure(
                    "The ledger is broken: "
                            + found
                            + " findings; docs/operations.md says what to do (LedgerBroken).");
        }
        if (!notCompared.isEmpty()) {
            throw new StackFailure(
                    "The check is not complete: "
                            + String.join(", ", notCompared)
                            + " could not be read. Is Kafka running?");
        }
    }

    private static JsonNode checked(Service service, Api api) throws InterruptedException {
        String path = PATHS.get(service);
        long id = api.post(path, "").expect(200, 202).body().path("id").asLong();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer latest = api.get(path).expect(200);
        while (latest.at("/state").equals("RUNNING") && System.nanoTime() < end) {
            Thread.sleep(POLL);
            latest = api.get(path).expect(200);
        }
        if (latest.at("/state").equals("RUNNING")) {
            throw new StackFailure(
                    "The check " + id + " of " + service.module() + " does not end.");
        }
        return latest.body();
    }

    private static long report(Service service, JsonNode checked, PrintStream out) {
        long found = checked.path("found").asLong();
        out.printf(
                "%s: %s entries, %s checkpoints, %s current rows, %s events: %s%n",
                service.module(),
                checked.path("entries").asText(),
                checked.path("checkpoints").asText(),
                checked.path("rows").asText(),
                checked.path("events").asText(),
                outcome(found, checked.path("notCompared")));
        int shown = 0;
        for (JsonNode finding : checked.path("findings")) {
            if (shown++ < MAX_SHOWN) {
                out.printf(
                        "  %s in %s, entry %s, subject %s: %s%n",
                        finding.path("kind").asText(),
                        finding.path("place").asText(),
                        finding.path("seq").asText(),
                        finding.path("subject").asText(),
                        finding.path("detail").asText());
            }
        }
        return found;
    }

    private static String outcome(long found, JsonNode notCompared) {
        String outcome = found == 0 ? "all agree" : found + " do not agree";
        return notCompared.isEmpty()
                ? outcome
                : outcome + ", " + notCompared.size() + " could not be read";
    }
}
