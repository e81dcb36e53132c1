package cme.stack;

import cme.stack.postgres.DataDurability;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// `./cme start`: runs the stack in the foreground until a signal comes.
record StartCommand(Options options, boolean demo) {
    private static final int KILLED = 137;

    static StartCommand of(List<String> line) {
        Arguments arguments =
                Arguments.parse(
                                line,
                                Set.of("--demo", "--cluster"),
                                Set.of("--data", "--port-base", "--without", "--data-durability"))
                        .withoutWords();
        Options options = Options.in(arguments.data()).tellingProgressTo(System.out::println);
        boolean demo = arguments.switches().contains("--demo");
        Optional<Service> without = arguments.option("--without").map(Service::ofModule);
        if (demo && without.filter(Service::hasDatabase).isPresent()) {
            throw new StackFailure(
                    "The demo needs all services with a database: leave out --without.");
        }
        Options chosen = without.map(options::without).orElse(options);
        Optional<Ports> ports = arguments.option("--port-base").map(StartCommand::ports);
        return new StartCommand(clustered(arguments, ports.map(chosen::on).orElse(chosen)), demo);
    }

    private static Options clustered(Arguments arguments, Options options) {
        Optional<DataDurability> durability =
                arguments.option("--data-durability").map(DataDurability::of);
        if (!arguments.switches().contains("--cluster")) {
            if (durability.isPresent()) {
                throw new StackFailure("--data-durability needs --cluster.");
            }
            return options;
        }
        return options.clustered(durability.orElse(DataDurability.REQUIRED));
    }

    private static Ports ports(String base) {
        try {
            return new Ports(Integer.parseInt(base));
        } catch (NumberFormatException _) {
            throw new StackFailure("--port-base needs a number, not " + base + ".");
        }
    }

    /// @throws StackFailure when the stack does not come up or cannot be kept up
    void run() throws InterruptedException {
        Instant from = Instant.now();
        LocalStack stack = LocalStack.open(options);
        AtomicBoolean asked = new AtomicBoolean();
        Signals.on(
                () -> {
                    asked.set(true);
                    System.out.println("Stopping ...");
                    stack.close();
                },
                () -> {
                    System.out.println("Killing everything.");
                    stack.kill();
                    Runtime.getRuntime().halt(KILLED);
                });
        try {
            stack.start();
            double seconds = Duration.between(from, Instant.now()).toMillis() / 1000.0;
            System.out.printf(Locale.ROOT, "Ready after %.1f s.%n%n", seconds);
            System.out.println(StartMessage.to(stack));
            if (demo) {
                runDemo(stack);
            }
            stack.await();
        } catch (StackFailure e) {
            if (!asked.get()) {
                throw e;
            }
        } finally {
            // Waits for the signal's thread if that came first.
            stack.close();
        }
        System.out.println("Stopped. The data is kept in " + stack.folder().root() + ".");
    }

    private static void runDemo(LocalStack stack) throws InterruptedException {
        ServiceLoader.load(Demo.class)
                .findFirst()
                .orElseThrow(() -> new StackFailure("This build has no demo."))
                .run(stack, System.out);
    }
}
