package cme.test.access;

import cme.test.stack.ForgedTokens;
import cme.test.stack.TestTokens;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A caller who tries an operation.
///
/// @param token null when there is none
/// @param known whether the token, if any, is valid
/// @param countsAs the roles of a table by which the caller is admitted
record Caller(String name, @Nullable String token, boolean known, Set<String> countsAs) {

    static final String ELSEWHERE = "ELSEWHERE";
    private static final String NOBODY_ELSE = "999999";

    Caller {
        countsAs = Set.copyOf(countsAs);
    }

    /// All callers to try.
    ///
    /// @param provider the society to which things of societies belong
    /// @param diplomate the diplomate to whom things of diplomates belong
    static List<Caller> all(String provider, String diplomate) {
        List<Caller> all = new ArrayList<>();
        all.add(of("nobody", null, false));
        ForgedTokens.all().forEach((name, token) -> all.add(of(name, token, false)));
        all.addAll(ofOneRole(provider, diplomate));
        all.addAll(escalating(provider, diplomate));
        OddClaims.withoutASubject().forEach((name, token) -> all.add(of(name, token, false)));
        OddClaims.withoutARole(provider, diplomate)
                .forEach((name, token) -> all.add(of(name, token)));
        all.add(
                of(
                        "own society and own diplomate",
                        OddClaims.ofBothRoles(provider, diplomate),
                        "society",
                        "own society",
                        "own diplomate"));
        return all;
    }

    private static List<Caller> ofOneRole(String provider, String diplomate) {
        return List.of(
                of("board", TestTokens.board(), "board"),
                of("ops", TestTokens.ops(), "ops"),
                of("own society", TestTokens.society(provider), "society", "own society"),
                of("other society", TestTokens.society(ELSEWHERE), "society"),
                of("own diplomate", TestTokens.diplomate(diplomate), "own diplomate"),
                of("other diplomate", TestTokens.diplomate(NOBODY_ELSE)),
                of("unknown role", TestTokens.of("auditor", Map.of())));
    }

    /// Callers whose token lacks something, or has it in the wrong place.
    private static List<Caller> escalating(String provider, String diplomate) {
        var owner = Map.of("provider", provider, "diplomate_id", diplomate);
        return List.of(
                of("society without provider", TestTokens.of("society", Map.of())),
                of(
                        "society with a blank provider",
                        TestTokens.of("society", Map.of("provider", " "))),
                of(
                        "society in small letters",
                        TestTokens.society(provider.toLowerCase(Locale.ROOT))),
                of("society that says whom it serves", societyOfAllProviders(provider)),
                of("diplomate without id", TestTokens.of("diplomate", Map.of())),
                of("diplomate with more than an id", TestTokens.diplomate(diplomate + " ")),
                of(
                        "other society with the diplomate's id",
                        TestTokens.of(
                                "society",
                                Map.of("provider", ELSEWHERE, "diplomate_id", diplomate)),
                        "society"),
                of(
                        "other diplomate with the society's code",
                        TestTokens.of(
                                "diplomate",
                                Map.of("provider", provider, "diplomate_id", NOBODY_ELSE))),
                of("ops with everybody's claims", TestTokens.of("ops", owner), "ops"),
                of("role in capitals", TestTokens.of("BOARD", owner)),
                of("role with a blank", TestTokens.of("board ", owner)),
                of("no role", roleless(claims -> claims.putArray("groups"))),
                of("role in the claim role", roleless(claims -> claims.put("role", "board"))),
                of(
                        "role in the claim roles",
                        roleless(claims -> claims.putArray("roles").add("board"))),
                of("role in the claim scope", roleless(claims -> claims.put("scope", "board"))),
                of("role as the subject", roleless(claims -> claims.put("sub", "board"))),
                of(
                        "roles that are objects",
                        roleless(
                                claims ->
                                        claims.putArray("groups").addObject().put("board", true))),
                of(
                        "other society and own diplomate",
                        TestTokens.changed(
                                TestTokens.of(
                                        "society",
                                        Map.of("provider", ELSEWHERE, "diplomate_id", diplomate)),
                                claims ->
                                        claims.putArray("groups").add("society").add("diplomate")),
                        "society",
                        "own diplomate"));
    }

    private static String societyOfAllProviders(String provider) {
        return TestTokens.changed(
                TestTokens.society(ELSEWHERE),
                claims -> claims.putArray("provider").add(provider).add(ELSEWHERE));
    }

    private static String roleless(Consumer<ObjectNode> change) {
        return TestTokens.changed(
                TestTokens.board(),
                claims -> {
                    claims.remove("groups");
                    change.accept(claims);
                });
    }

    private static Caller of(String name, @Nullable String token, boolean known) {
        return new Caller(name, token, known, Set.of(AccessTable.EVERYBODY));
    }

    private static Caller of(String name, String token, String... countsAs) {
        Set<String> words = new HashSet<>(Set.of(countsAs));
        words.add(AccessTable.EVERYBODY);
        words.add(AccessTable.ANY_TOKEN);
        return new Caller(name, token, true, words);
    }
}
