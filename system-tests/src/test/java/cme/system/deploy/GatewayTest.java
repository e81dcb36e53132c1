package cme.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.process.Commands;
import cme.stack.process.ProjectFolder;
import cme.system.deploy.NginxFile.Directive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The gateway lets through what `deploy/gateway` says, and keeps the rest away. `deploy/check`
/// tries the same on a running one.
class GatewayTest {

    private static final Path FOLDER = ProjectFolder.find().resolve("deploy/gateway");

    private static Directive http;

    @BeforeAll
    static void read() throws IOException {
        http = NginxFile.http();
    }

    @Test
    void whatIsNotTheAdministrationOfKeycloakIsTheRealmCmeOnly() {
        var toKeycloak =
                main().all("location").stream()
                        .filter(
                                place ->
                                        place.values("proxy_pass").toString().contains("$keycloak"))
                        .toList();
        assertThat(toKeycloak)
                .extracting(Directive::value)
                .containsExactlyInAnyOrder("/auth/realms/cme/", "/auth/resources/");
        assertThat(toKeycloak)
                .allSatisfy(
                        place ->
                                assertThat(place.all("if").getFirst().values("return"))
                                        .containsExactly("404"));
        assertThat(location("~ ^/auth/realms/cme/clients-registrations(/|$)").values("return"))
                .containsExactly("404");
        assertThat(location("/auth/").values("return")).containsExactly("404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/realms/cme/..;/master",
                "/auth/realms/cme/%2e%2e/master",
                "/auth/realms/cme/..%2Fmaster",
                "/auth/realms/cme/..%5cmaster",
                "/auth/realms/cme/%3b/x",
                "/auth/realms/cme//master"
            })
    void aPathThatMeansSomethingElseToKeycloakIsRefused(String path) {
        var refused = refusedPaths();
        assertThat(refused.matcher(path).find()).isTrue();
        assertThat(
                        refused.matcher("/auth/realms/cme/protocol/openid-connect/auth?a=//b;%2e")
                                .find())
                .isFalse();
    }

    @Test
    void onlyThePublicHostIsAnswered() {
        var others =
                http.all("server").stream()
                        .filter(one -> one.values("listen").toString().contains("default_server"))
                        .toList();
        assertThat(others).singleElement();
        assertThat(others.getFirst().values("listen"))
                .containsExactly("8080 default_server", "8443 ssl default_server");
        assertThat(others.getFirst().everything().filter(one -> one.name().equals("return")))
                .singleElement()
                .satisfies(one -> assertThat(one.value()).startsWith("421 {"));
        assertThat(http.values("proxy_set_header"))
                .contains(
                        "Host $public_authority",
                        "X-Forwarded-Host $public_authority",
                        "X-Forwarded-For $remote_addr",
                        "Forwarded ",
                        "X-Forwarded-Prefix ");
    }

    @Test
    void withoutTlsNothingIsAnswered() {
        assertThat(main().values("listen")).containsExactly("8080", "8443 ssl");
        assertThat(main().all("if").getFirst().words())
                .containsExactly("if", "($forwarded_proto", "!=", "https)");
        assertThat(main().all("if").getFirst().values("return"))
                .containsExactly("308 https://$public_authority$request_uri");
        assertThat(http.values("ssl_protocols")).containsExactly("TLSv1.2 TLSv1.3");
        assertThat(http.values("ssl_session_tickets")).containsExactly("off");
    }

    /// A block that adds a header inherits none.
    @Test
    void everyAnswerTellsBrowsersToComeByTlsOnly() {
        assertThat(http.everything().filter(block -> !block.all("add_header").isEmpty()))
                .isNotEmpty()
                .allSatisfy(
                        block ->
                                assertThat(block.values("add_header"))
                                        .as(block.value())
                                        .contains(
                                                "Strict-Transport-Security max-age=31536000 always",
                                                "X-Content-Type-Options nosniff always"));
        assertThat(http.values("server_tokens")).containsExactly("off");
        assertThat(http.values("proxy_hide_header"))
                .contains("Strict-Transport-Security", "X-Powered-By");
    }

    @Test
    void aPostThatBrokeOffIsNotRepeated() {
        var repeated =
                http.everything().filter(one -> one.name().equals("proxy_next_upstream")).toList();
        assertThat(repeated)
                .singleElement()
                .satisfies(one -> assertThat(one.words()).doesNotContain("non_idempotent"));
    }

    @Test
    void oneAddressIsHeldBackBeforeItsBodyIsTaken() {
        assertThat(main().values("include")).contains("/tmp/gateway/limits.conf");
        assertThat(location("/auth/realms/cme/").values("include"))
                .containsExactly("/tmp/gateway/sign-in-limits.conf");
        assertThat(http.values("limit_req_status")).containsExactly("429");
        assertThat(http.values("limit_conn_status")).containsExactly("429");
        assertThat(main().values("error_page")).contains("429 @too-many");
        assertThat(location("@too-many").values("add_header")).contains("Retry-After 1 always");
    }

    @Test
    void whatAClientMayTakeIsBounded() {
        for (var limit :
                List.of(
                        "client_max_body_size",
                        "client_header_timeout",
                        "client_body_timeout",
                        "send_timeout",
                        "keepalive_timeout",
                        "proxy_read_timeout",
                        "proxy_send_timeout",
                        "proxy_connect_timeout",
                        "large_client_header_buffers")) {
            assertThat(http.values(limit)).as(limit).singleElement();
        }
        assertThat(http.everything().filter(one -> one.value().contains("proxy_request_buffering")))
                .isEmpty();
    }

    @Test
    void theStartMakesACertificateAndTheSettings(@TempDir Path folder) throws IOException {
        var outcome =
                start(
                        folder,
                        Map.of(
                                "CME_PUBLIC_URL",
                                "https://credits.board.example:8443",
                                "CME_TRUSTED_PROXY",
                                "10.1.0.0/16,10.2.0.1",
                                "CME_GATEWAY_REQUESTS_PER_SECOND",
                                "7"));
        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Files.readString(folder.resolve("settings/host.conf")))
                .isEqualTo("server_name credits.board.example;\n");
        assertThat(Files.readString(folder.resolve("settings/limits.conf")))
                .contains("zone=requests burst=28 nodelay;", "limit_conn connections 64;");
        assertThat(Files.readString(folder.resolve("settings/http.conf")))
                .contains("rate=7r/s", "default \"credits.board.example:8443\"")
                .contains("10.1.0.0/16 1;", "set_real_ip_from 10.2.0.1;")
                .containsPattern("(?m)^resolver \\S+ valid=2s ipv6=off;$")
                .contains("map \"\" $credit { default \"credit-service\"; }");
        var certificate = folder.resolve("certificates/certificate.pem");
        var made = Files.readString(certificate);
        assertThat(made).contains("BEGIN CERTIFICATE");
        start(folder, Map.of("CME_PUBLIC_URL", "https://credits.board.example"));
        assertThat(Files.readString(certificate)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(folder.resolve("certificates/key.pem")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    /// Every variable that a request is passed on to has a name, which may have an ending.
    @Test
    void theStartNamesThePartsThatRequestsGoTo(@TempDir Path folder) throws IOException {
        start(
                folder,
                Map.of(
                        "CME_PUBLIC_URL",
                        "https://credits.board.example",
                        "CME_GATEWAY_NAME_SUFFIX",
                        "-instances.board.svc.cluster.local"));
        var settings = Files.readString(folder.resolve("settings/http.conf"));
        assertThat(
                        http.everything()
                                .filter(one -> one.name().equals("proxy_pass"))
                                .map(one -> one.value().replaceAll("^http://(\\$[a-z]+):.*", "$1"))
                                .distinct())
                .hasSize(5)
                .allMatch(variable -> settings.contains("map \"\" " + variable + " { default"));
        assertThat(settings)
                .contains("default \"portal-instances.board.svc.cluster.local\";")
                .contains("default \"compliance-service-instances.board.svc.cluster.local\";");
    }

    @Test
    void theStartRefusesSettingsThatAreNone(@TempDir Path folder) {
        var good = "https://credits.board.example";
        for (var settings :
                List.of(
                        Map.of("CME_PUBLIC_URL", "http://credits.board.example"),
                        Map.of("CME_PUBLIC_URL", "https://a;return 200"),
                        Map.of("CME_PUBLIC_URL", good, "CME_TRUSTED_PROXY", "proxy;"),
                        Map.of("CME_PUBLIC_URL", good, "CME_GATEWAY_NAME_SUFFIX", "\";"),
                        Map.of("CME_PUBLIC_URL", good, "CME_GATEWAY_CONNECTIONS", "0"))) {
            var outcome = start(folder, settings);
            assertThat(outcome.succeeded()).as(settings.toString()).isFalse();
            assertThat(outcome.output()).startsWith("gateway: CME_");
        }
    }

    private static Commands.Outcome start(Path folder, Map<String, String> settings) {
        var command = new ArrayList<>(List.of("env", "-i", "PATH=" + System.getenv("PATH")));
        command.add("SETTINGS=" + folder.resolve("settings"));
        command.add("CERTIFICATES=" + folder.resolve("certificates"));
        folder.resolve("certificates").toFile().mkdir();
        settings.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of(FOLDER.resolve("start.sh").toString(), "true"));
        return Commands.run(command);
    }

    private static Pattern refusedPaths() {
        var condition = location("/auth/realms/cme/").all("if").getFirst().words();
        assertThat(condition).startsWith("if", "($request_uri", "~*");
        var regex = condition.get(3);
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    private static Directive main() {
        return NginxFile.publicServer(http);
    }

    private static Directive location(String path) {
        return NginxFile.location(http, path);
    }
}
