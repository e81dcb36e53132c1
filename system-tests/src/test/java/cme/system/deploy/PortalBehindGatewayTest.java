package cme.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import cme.system.deploy.NginxFile.Directive;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the gateway leads people to the portal, as `deploy/gateway/nginx.conf` says.
class PortalBehindGatewayTest {

    private static Directive http;

    @BeforeAll
    static void read() throws IOException {
        http = NginxFile.http();
    }

    @Test
    void peopleGetThePortalAndMachinesAProblem() {
        assertThat(location("/").values("proxy_pass")).containsExactly("http://$portal:8084");
        for (var prefix : List.of("/auth/", "/openapi/", "/q/", "/v1/")) {
            assertThat(location(prefix).values("return")).as(prefix).containsExactly("404");
        }
        assertThat(location("/").values("error_page"))
                .containsExactly(
                        "413 @page-too-large",
                        "429 @page-too-many",
                        "502 503 504 =503 @page-unavailable");
        for (var page : List.of("@page-too-large", "@page-too-many", "@page-unavailable")) {
            assertThat(location(page).values("default_type")).containsExactly("text/html");
        }
    }

    /// The cookies of a session have 4 KiB each, and are set all at once.
    @Test
    void theCookiesOfASessionFitIntoAnAnswer() {
        assertThat(location("/").values("proxy_buffer_size")).containsExactly("16k");
        assertThat(http.values("large_client_header_buffers")).containsExactly("4 16k");
    }

    /// The portal says itself what its pages may load; the gateway neither adds to it nor hides it.
    @Test
    void thePoliciesOfThePortalGoThrough() {
        assertThat(http.everything().flatMap(block -> block.values("add_header").stream()))
                .noneMatch(header -> header.matches("(?i)(content-security|referrer|cross-).*"));
        assertThat(http.everything().flatMap(block -> block.values("proxy_hide_header").stream()))
                .containsExactlyInAnyOrder(
                        "Strict-Transport-Security", "X-Content-Type-Options", "X-Powered-By");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/diplomates/012345/status, /v1/diplomates",
        "/auth/realms/cme/protocol, /auth/realms",
        "/diplomates/012345, /diplomates",
        "/diplomates/012345/what-if, /diplomates",
        "/completions/77, /completions",
        "/worklist, /worklist",
        "/v1/statuses, /v1/statuses",
        "/, /"
    })
    void theLogNamesTheKindOfAPathAndNoPerson(String path, String logged) {
        var kinds =
                http.all("map").stream()
                        .filter(map -> map.value().equals("$uri $kind"))
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        kinds.block().stream()
                                .filter(kind -> kind.name().startsWith("~"))
                                .map(
                                        kind ->
                                                Pattern.compile(kind.name().substring(1))
                                                        .matcher(path))
                                .filter(Matcher::find)
                                .map(found -> found.group(1))
                                .findFirst()
                                .orElse(path))
                .isEqualTo(logged);
    }

    private static Directive location(String path) {
        return NginxFile.location(http, path);
    }
}
