package cme.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.ProjectFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How people and machines get a token, as `deploy/keycloak/realm.json` says.
class RealmTest {

    private static String text;
    private static JsonNode realm;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(ProjectFolder.find().resolve("deploy/keycloak/realm.json"));
        realm = new ObjectMapper().readTree(text);
    }

    @Test
    void boardAndOperatorsNeedASecondFactor() {
        assertThat(realm.path("browserFlow").asText()).isEqualTo("sign-in");
        assertThat(steps("sign-in"))
                .containsExactly("auth-cookie ALTERNATIVE", "sign-in forms ALTERNATIVE");
        assertThat(steps("sign-in forms"))
                .startsWith(
                        "auth-username-password-form REQUIRED",
                        "second factor of the board CONDITIONAL",
                        "second factor of operators CONDITIONAL");
        for (var flow : List.of("second factor of the board", "second factor of operators")) {
            assertThat(steps(flow))
                    .containsExactly("conditional-user-role REQUIRED", "auth-otp-form REQUIRED");
        }
        assertThat(condition("second factor of the board")).isEqualTo("board false");
        assertThat(condition("second factor of operators")).isEqualTo("ops false");
    }

    @Test
    void signingInLeadsToExactAddressesOnly() {
        assertThat(clients().flatMap(client -> values(client.path("redirectUris"))))
                .containsExactlyInAnyOrder("${CME_PUBLIC_URL}/", "${CME_PUBLIC_URL}/signed-in");
        assertThat(clients().flatMap(client -> values(client.path("webOrigins"))))
                .containsExactly("${CME_PUBLIC_URL}");
        assertThat(clients().map(client -> attribute(client, "post.logout.redirect.uris")))
                .allMatch(address -> address.isEmpty() || address.equals("${CME_PUBLIC_URL}/"));
    }

    @Test
    void peopleSignInByCodeAndPkceMachinesByTheirSecret() {
        assertThat(clients())
                .hasSize(6)
                .allSatisfy(
                        client -> {
                            assertThat(client.path("implicitFlowEnabled").asBoolean(true))
                                    .isFalse();
                            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true))
                                    .isFalse();
                            assertThat(client.path("standardFlowEnabled").asBoolean())
                                    .isNotEqualTo(
                                            client.path("serviceAccountsEnabled").asBoolean());
                        });
        assertThat(clients().filter(client -> client.path("standardFlowEnabled").asBoolean()))
                .extracting(client -> attribute(client, "pkce.code.challenge.method"))
                .containsExactly("S256", "S256");
    }

    /// Several requests of a browser renew the portal's tokens at the same time, which must not end
    /// the session.
    @Test
    void thePortalKeepsItsRefreshToken() {
        var portal = clients().filter(client -> id(client).equals("portal")).findFirst();
        assertThat(portal).isPresent();
        assertThat(portal.get().path("publicClient").asBoolean(true)).isFalse();
        assertThat(portal.get().path("secret").asText()).isEqualTo("${PORTAL_SECRET}");
        assertThat(attribute(portal.get(), "use.refresh.tokens")).isNotEqualTo("false");
        assertThat(values(portal.get().path("redirectUris")))
                .containsExactly("${CME_PUBLIC_URL}/signed-in");
        assertThat(realm.path("revokeRefreshToken").asBoolean(true)).isFalse();
    }

    /// A token says whose rows somebody may post and whose status they may see. Only administrators
    /// say that of a person.
    @Test
    void nobodyChoosesTheirOwnSocietyOrNumber() throws IOException {
        var profile =
                new ObjectMapper()
                        .readTree(realm.findPath("kc.user.profile.config").path(0).asText());
        for (var name : List.of("provider", "diplomate_id")) {
            assertThat(stream(profile.path("attributes")))
                    .filteredOn(attribute -> attribute.path("name").asText().equals(name))
                    .singleElement()
                    .satisfies(
                            attribute ->
                                    assertThat(values(attribute.at("/permissions/edit")))
                                            .containsExactly("admin"));
        }
    }

    /// A browser keeps no token that outlives the quarter of an hour; the portal keeps its own, on
    /// the server.
    @Test
    void thePublicClientGetsNoRefreshToken() {
        var open = clients().filter(client -> client.path("publicClient").asBoolean()).toList();
        assertThat(open).extracting(RealmTest::id).containsExactly("board-front-end");
        assertThat(attribute(open.getFirst(), "use.refresh.tokens")).isEqualTo("false");
        assertThat(realm.path("accessTokenLifespan").asInt()).isBetween(60, 900);
        assertThat(realm.path("accessCodeLifespan").asInt()).isBetween(1, 60);
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isBetween(60, 1800);
    }

    @Test
    void noSecretIsInTheFile() {
        assertThat(
                        realm.findValues("secret").stream()
                                .map(JsonNode::asText)
                                .filter(secret -> !secret.matches("\\$\\{\\w+_SECRET}")))
                .isEmpty();
        assertThat(clients().filter(client -> !client.path("publicClient").asBoolean()))
                .allMatch(client -> client.has("secret"));
        assertThat(realm.path("users").findValues("credentials"))
                .flatExtracting(List::<JsonNode>of)
                .isNotEmpty();
        assertThat(realm.path("users").findValuesAsText("value"))
                .isNotEmpty()
                .allMatch(value -> value.matches("\\$\\{\\w+_PASSWORD}"));
        assertThat(realm.path("users").findValuesAsText("secretData"))
                .containsExactly("{\"value\":\"${STAFF_OTP_SECRET}\"}");
    }

    @Test
    void whoSignsInAndWhoAdministersIsRecorded() {
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("eventsExpiration").asLong()).isPositive();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsDetailsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("attributes").path("adminEventsExpiration").asLong()).isPositive();
    }

    @Test
    void guessingIsHeldBack() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isBetween(1, 10);
        assertThat(realm.path("passwordPolicy").asText()).contains("length(12)");
        assertThat(realm.path("otpPolicyCodeReusable").asBoolean(true)).isFalse();
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
    }

    /// Roles are in `groups`, which the services read, and in no other claim.
    @Test
    void rolesAreInOneClaim() {
        assertThat(
                        Stream.of("clientScopes", "clients")
                                .flatMap(part -> stream(realm.path(part)))
                                .flatMap(part -> stream(part.path("protocolMappers")))
                                .filter(
                                        mapper ->
                                                mapper.path("protocolMapper")
                                                        .asText()
                                                        .matches(".*(role|group).*"))
                                .map(mapper -> mapper.path("config").path("claim.name").asText()))
                .containsExactly("groups");
        assertThat(
                        clients()
                                .flatMap(client -> values(client.path("defaultClientScopes")))
                                .distinct())
                .containsExactlyInAnyOrder("basic", "profile", "cme");
        assertThat(clients().flatMap(client -> values(client.path("optionalClientScopes"))))
                .isEmpty();
    }

    private static List<String> steps(String flow) {
        return stream(flow(flow).path("authenticationExecutions"))
                .map(
                        step ->
                                step.path("authenticator").asText(step.path("flowAlias").asText())
                                        + " "
                                        + step.path("requirement").asText())
                .toList();
    }

    /// The role and whether it must be missing.
    private static String condition(String flow) {
        var name =
                flow(flow)
                        .path("authenticationExecutions")
                        .path(0)
                        .path("authenticatorConfig")
                        .asText();
        var settings = named("authenticatorConfig", name).path("config");
        return settings.path("condUserRole").asText() + " " + settings.path("negate").asText();
    }

    private static JsonNode flow(String alias) {
        return named("authenticationFlows", alias);
    }

    private static JsonNode named(String list, String alias) {
        return stream(realm.path(list))
                .filter(one -> one.path("alias").asText().equals(alias))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> clients() {
        return stream(realm.path("clients"));
    }

    private static String id(JsonNode client) {
        return client.path("clientId").asText();
    }

    private static String attribute(JsonNode client, String name) {
        return client.path("attributes").path(name).asText();
    }

    private static Stream<String> values(JsonNode array) {
        return stream(array).map(JsonNode::asText);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
