package cme.stack;

import cme.stack.process.StackFailure;

import java.io.UncheckedIOException;
import java.util.List;

/// The commands behind `./cme`. Exit code 0, or 1 after one line that says what is wrong.
final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) throws InterruptedException {
        try {
            List<String> rest = arguments.stream().skip(1).toList();
            switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "start" -> StartCommand.of(rest).run();
                case "stop" -> StopCommand.of(rest).run();
                case "promote" -> PromoteCommand.of(rest).run();
                case "record" -> RecordCommand.run();
                case "verify" -> VerifyCommand.of(rest).run();
                case "token" -> System.out.println(TokenCommand.of(rest).token());
                default ->
                        throw new StackFailure(
                                "Commands are start, stop, promote, record, verify and token.");
            }
            return 0;
        } catch (StackFailure e) {
            System.err.println("cme: " + e.getMessage());
        } catch (UncheckedIOException e) {
            System.err.println("cme: " + e.getMessage() + ": " + e.getCause().getMessage());
        }
        return 1;
    }
}
