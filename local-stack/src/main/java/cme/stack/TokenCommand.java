package cme.stack;

import cme.stack.process.StackFailure;
import cme.stack.token.SigningKey;
import cme.stack.token.Tokens;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `./cme token`: the role, and the folder whose key signs the token.
record TokenCommand(String role, Optional<String> provider, Optional<String> diplomate, Path data) {
    private static final int LONGEST_NAME = 64;

    /// @throws StackFailure when a role lacks what it needs or is given what it does not take
    static TokenCommand of(List<String> line) {
        Arguments arguments =
                Arguments.parse(
                        line, Set.of(), Set.of("--provider", "--diplomate", "--id", "--data"));
        if (arguments.words().size() != 1) {
            throw new StackFailure("Say for whom: board, society, diplomate or ops.");
        }
        TokenCommand command =
                new TokenCommand(
                        arguments.words().getFirst(),
                        arguments.option("--provider"),
                        arguments.option("--diplomate").or(() -> arguments.option("--id")),
                        arguments.data());
        command.check();
        return command;
    }

    private void check() {
        switch (role) {
            case "society" -> require(provider, "--provider CODE");
            case "diplomate" -> require(diplomate, "--diplomate ID");
            case "board", "ops" -> {}
            default ->
                    throw new StackFailure(
                            "No role " + role + "; roles are board, society, diplomate and ops.");
        }
        if (provider.isPresent() && !role.equals("society")) {
            throw new StackFailure("--provider goes with the role society only.");
        }
        if (diplomate.isPresent() && !role.equals("diplomate")) {
            throw new StackFailure("--diplomate goes with the role diplomate only.");
        }
    }

    private void require(Optional<String> name, String option) {
        if (name.isEmpty()) {
            throw new StackFailure("A token for a " + role + " needs " + option + ".");
        }
        if (name.get().length() > LONGEST_NAME) {
            throw new StackFailure(option + " is longer than " + LONGEST_NAME + " characters.");
        }
    }

    /// @throws StackFailure when no stack was ever started on the folder, so that no service would
    ///   accept the token
    String token() {
        Path key = data.resolve("secrets").resolve(LocalStack.SIGNING_KEY);
        if (!Files.isReadable(key)) {
            throw new StackFailure(
                    "No key to sign with in "
                            + data
                            + ": run ./cme start first, or say --data DIR.");
        }
        Tokens tokens = new Tokens(SigningKey.read(key));
        return switch (role) {
            case "society" -> tokens.society(provider.orElseThrow());
            case "diplomate" -> tokens.diplomate(diplomate.orElseThrow());
            case "ops" -> tokens.ops();
            default -> tokens.board();
        };
    }
}
