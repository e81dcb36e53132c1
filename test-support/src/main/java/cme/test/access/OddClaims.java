package cme.test.access;

import cme.test.stack.TestTokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Tokens of the right issuer whose claims are not what a service expects: of another type, too
/// long, with characters that are not seen, or in another place. By a description of what is odd.
final class OddClaims {

    private static final String NUL = "\0";
    private static final String ZERO_WIDTH_SPACE = "\u200b";
    private static final int LONG = 3_000;

    private OddClaims() {}

    /// Tokens of the board that name nobody as the author of a change.
    static Map<String, String> withoutASubject() {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("board with NUL in its subject", board(c -> c.put("sub", "a" + NUL + "b")));
        odd.put("board with an endless subject", board(c -> c.put("sub", "a".repeat(LONG))));
        odd.put("board whose subject turns text", board(c -> c.put("sub", "\u202edraob")));
        odd.put("board whose subject is a number", board(c -> c.put("sub", 1)));
        odd.put("board whose subject is a list", board(c -> c.putArray("sub").add("board")));
        odd.put("board whose subject is an object", board(c -> c.putObject("sub").put("a", "b")));
        return odd;
    }

    /// Tokens that give none of the roles that they seem to give.
    static Map<String, String> withoutARole(String provider, String diplomate) {
        Map<String, String> odd = new LinkedHashMap<>(ofRolesElsewhere());
        withOddText(provider)
                .forEach(
                        (what, value) ->
                                odd.put(
                                        "society whose provider " + what,
                                        TestTokens.of("society", Map.of("provider", value))));
        withOddText(diplomate)
                .forEach(
                        (what, value) ->
                                odd.put(
                                        "diplomate whose number " + what,
                                        TestTokens.of("diplomate", Map.of("diplomate_id", value))));
        odd.put(
                "society whose provider is an object",
                TestTokens.changed(
                        TestTokens.society(provider),
                        claims -> claims.putObject("provider").put("code", provider)));
        odd.put(
                "diplomate whose number is a number",
                TestTokens.changed(
                        TestTokens.diplomate(diplomate), claims -> claims.put("diplomate_id", 12)));
        odd.put(
                "diplomate whose number is a list",
                TestTokens.changed(
                        TestTokens.diplomate(diplomate),
                        claims -> claims.putArray("diplomate_id").add(diplomate)));
        return odd;
    }

    private static Map<String, String> ofRolesElsewhere() {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put(
                "role in realm_access",
                roleless(c -> c.putObject("realm_access").putArray("roles").add("board")));
        odd.put(
                "role in resource_access",
                roleless(
                        c ->
                                c.putObject("resource_access")
                                        .putObject("cme")
                                        .putArray("roles")
                                        .add("board")));
        odd.put(
                "role in an object",
                roleless(c -> c.putObject("groups").put("not", " board ").put("nor", "board")));
        odd.put(
                "role in a list within the list",
                roleless(c -> c.putArray("groups").addArray().add("board")));
        odd.put(
                "role beside what is no text",
                roleless(c -> c.putArray("groups").addNull().add(7).add("board")));
        odd.put("role with NUL", roleless(c -> c.putArray("groups").add("board" + NUL)));
        return odd;
    }

    private static Map<String, String> withOddText(String right) {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("ends with NUL", right + NUL);
        odd.put("ends with a space", right + " ");
        odd.put("ends with a line", right + "\n");
        odd.put("has a character that is not seen", right + ZERO_WIDTH_SPACE);
        odd.put("is endless", right.repeat(LONG / right.length()));
        odd.put("would be SQL", right + "' or '1'='1");
        return odd;
    }

    /// A token with two roles and the claims of both.
    static String ofBothRoles(String provider, String diplomate) {
        return TestTokens.changed(
                TestTokens.of("society", Map.of("provider", provider, "diplomate_id", diplomate)),
                claims -> claims.putArray("groups").add("society").add("diplomate"));
    }

    private static String board(Consumer<ObjectNode> change) {
        return TestTokens.changed(TestTokens.board(), change);
    }

    private static String roleless(Consumer<ObjectNode> change) {
        return board(
                claims -> {
                    claims.remove("groups");
                    change.accept(claims);
                });
    }
}
