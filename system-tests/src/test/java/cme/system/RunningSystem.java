package cme.system;

import cme.stack.LocalStack;
import cme.stack.Options;
import cme.stack.Ports;
import cme.stack.client.Api;
import cme.stack.service.Service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The whole system, durable, on free ports and in a data folder of its own. A process that dies
/// stays dead until a test starts it again.
final class RunningSystem implements AutoCloseable {

    private final Options options;
    private final Map<String, Api> apis = new ConcurrentHashMap<>();
    private LocalStack stack;

    private RunningSystem(Options options) {
        this.options = options;
        stack = LocalStack.start(options);
    }

    /// @param serviceArguments options for the `java` of every service
    static RunningSystem start(Path folder, List<String> serviceArguments) {
        return new RunningSystem(options(folder, serviceArguments));
    }

    static RunningSystem startWithoutPortal(Path folder) {
        return new RunningSystem(options(folder, List.of()).without(Service.PORTAL));
    }

    private static Options options(Path folder, List<String> serviceArguments) {
        return Options.in(folder)
                .on(Ports.free())
                .unwatched()
                .withServiceArguments(
                        Stream.of(JvmOptions.OF_A_SHORT_RUN, serviceArguments)
                                .flatMap(List::stream)
                                .toList());
    }

    LocalStack stack() {
        return stack;
    }

    void restart(Service service) {
        stack.service(service).stop(Duration.ofSeconds(30));
        stack.service(service).start();
    }

    /// Starts again, without the portal, after something was done to its data.
    ///
    /// @param toFiles while nothing runs
    /// @param toData while PostgreSQL and Kafka run and the services do not yet
    void restartAfter(Runnable toFiles, Consumer<LocalStack> toData) {
        stack.close();
        toFiles.run();
        stack = LocalStack.start(options.withoutServices());
        toData.accept(stack);
        stack.start(
                Service.withDatabase().stream()
                        .map(service -> stack.another(service, List.of()))
                        .toList());
    }

    /// Gives a diplomate an identity and a cycle.
    void introduce(String diplomate, String givenName, String familyName) {
        board(Service.CREDIT)
                .put(
                        "/v1/identities/" + diplomate,
                        """
                        {"givenName": "%s", "familyName": "%s"}
                        """
                                .formatted(givenName, familyName))
                .expect(200, 201);
        board(Service.COMPLIANCE)
                .put(
                        "/v1/diplomates/" + diplomate + "/cycle",
                        """
                        {"ruleSet": "abps-cc-10y", "cycleStartYear": 2021, "certifiedOn": "2020-11-14"}
                        """)
                .expect(200, 201);
    }

    Api board(Service service) {
        return api(service, "board", () -> stack.tokens().board());
    }

    Api society(String provider) {
        return api(Service.CREDIT, provider, () -> stack.tokens().society(provider));
    }

    Api diplomate(String id) {
        return api(Service.COMPLIANCE, id, () -> stack.tokens().diplomate(id));
    }

    /// The same for the same caller, so that a token is used again.
    private Api api(Service service, String caller, Supplier<String> token) {
        var base = stack.service(service).baseUrl();
        return apis.computeIfAbsent(base + " " + caller, _ -> new Api(base, token));
    }

    @Override
    public void close() {
        stack.close();
    }

    static String sample(String name) {
        try (var file = RunningSystem.class.getResourceAsStream("/samples/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
