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
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The whole system, durable, on free ports and in a data folder of its own. A process that dies
/// stays dead until a test starts it again.
final class RunningSystem implements AutoCloseable {

    private final Options options;
    private LocalStack stack;

    RunningSystem(Path folder) {
        this(folder, List.of());
    }

    /// @param serviceArguments options for the `java` of every service
    RunningSystem(Path folder, List<String> serviceArguments) {
        options =
                Options.in(folder)
                        .on(Ports.free())
                        .unwatched()
                        .withServiceArguments(
                                Stream.of(JvmOptions.OF_A_SHORT_RUN, serviceArguments)
                                        .flatMap(List::stream)
                                        .toList());
        stack = LocalStack.start(options);
    }

    LocalStack stack() {
        return stack;
    }

    void restart() {
        stack.close();
        stack = LocalStack.start(options);
    }

    void restart(Service service) {
        stack.service(service).stop(Duration.ofSeconds(30));
        stack.service(service).start();
    }

    /// Starts again after something was done to its data while only PostgreSQL and Kafka ran.
    ///
    /// @param toFiles while nothing runs
    /// @param toData while there are no services
    void restartAfter(Runnable toFiles, Consumer<LocalStack> toData) {
        stack.close();
        toFiles.run();
        try (var bare = LocalStack.start(options.withoutServices())) {
            toData.accept(bare);
        }
        stack = LocalStack.start(options);
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
        return new Api(stack.service(service).baseUrl(), () -> stack.tokens().board());
    }

    Api society(String provider) {
        var credit = stack.service(Service.CREDIT).baseUrl();
        return new Api(credit, () -> stack.tokens().society(provider));
    }

    Api diplomate(String id) {
        var compliance = stack.service(Service.COMPLIANCE).baseUrl();
        return new Api(compliance, () -> stack.tokens().diplomate(id));
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
