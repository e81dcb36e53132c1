package cme.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Every route, asked by everybody. `routes.txt` says who may: B board, S society, D diplomate, V a
/// visitor who has not signed in; everybody else is refused, or led to the sign-in.
@QuarkusTest
@QuarkusTestResource(SignInResource.class)
class AccessTest {
    private static final Path TABLE = Path.of("src/test/resources/routes.txt");

    private static final Map<String, Character> ROLES =
            new TreeMap<>(Map.of("board", 'B', "society", 'S', "diplomate", 'D'));

    private static final Set<String> TAKES_A_FILE = Set.of("POST /imports", "POST /rosters/new");

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void theTableNamesEveryRoute() throws IOException {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(Routes.all());
    }

    @Test
    void everyRouteIsOpenToThoseWhomTheTableNamesAndToNobodyElse() throws IOException {
        Map<String, Reader> readers = readers();
        Set<String> wrong = new TreeSet<>();
        for (var route : table().entrySet()) {
            readers.forEach(
                    (role, reader) -> {
                        HttpResponse<String> answer = ask(reader, route.getKey());
                        boolean may = route.getValue().indexOf(letter(role)) >= 0;
                        if (isRefused(answer) == may) {
                            wrong.add(
                                    "%s as %s: %d %s"
                                            .formatted(
                                                    route.getKey(),
                                                    role,
                                                    answer.statusCode(),
                                                    answer.headers()
                                                            .firstValue("Location")
                                                            .orElse("")));
                        }
                    });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatAnotherSiteSendsIsRefusedOnEveryRoute() throws IOException {
        Reader board = Reader.signedIn(port, "board", "board");
        List<String[]> strangers =
                List.of(
                        new String[] {"Sec-Fetch-Site", "cross-site"},
                        new String[] {"Sec-Fetch-Site", "same-site"},
                        new String[] {"Sec-Fetch-Site", "none"},
                        new String[] {"Origin", "http://localhost:1"},
                        new String[] {"Origin", "null"},
                        new String[] {"X-Nothing", "said"});
        for (String route : table().keySet()) {
            if (!route.startsWith("GET ")) {
                for (String[] stranger : strangers) {
                    HttpResponse<String> answer = board.post(path(route), "", stranger);
                    assertThat(answer.statusCode())
                            .as(route + " " + List.of(stranger))
                            .isEqualTo(403);
                    assertThat(answer.body()).contains("another site");
                }
            }
        }
    }

    @Test
    void aFormWithoutTheTokenOfItsPageIsRefused() throws IOException {
        Reader board = Reader.signedIn(port, "board", "board");
        board.get("/worklist");
        for (String route : table().keySet()) {
            if (route.startsWith("POST ")) {
                assertThat(ask(board, route).statusCode()).as(route).isEqualTo(400);
            }
        }
    }

    @Test
    void everyAnswerHasTheHeadersAndLoadsNothingFromElsewhere() throws IOException {
        for (Reader reader : readers().values()) {
            for (String route : table().keySet()) {
                HttpResponse<String> answer = ask(reader, route);
                assertThat(answer.headers().map())
                        .as(route)
                        .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                        .containsEntry("Referrer-Policy", List.of("same-origin"))
                        .containsEntry("Cache-Control", List.of("no-store"));
                assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                        .startsWith("default-src 'none'; script-src 'self';")
                        .doesNotContain("unsafe");
                assertThat(loaded(answer))
                        .as(route)
                        .allMatch(address -> address.startsWith("/assets/"));
                assertThat(
                                Jsoup.parse(answer.body())
                                        .select(
                                                "[style], style, script:not([src]), [onclick], [onchange], [onsubmit]"))
                        .as(route)
                        .isEmpty();
            }
        }
    }

    @Test
    void aScriptWhoseSessionIsOverIsToldSoAndAPageIsLedToTheSignIn() {
        Reader nobody = Reader.visitor(port);
        assertThat(nobody.get("/worklist", "HX-Request", "true").statusCode()).isEqualTo(499);
        assertThat(nobody.get("/session", "X-Requested-By", "script").statusCode()).isEqualTo(499);
        assertThat(nobody.get("/worklist").headers().firstValue("Location").orElseThrow())
                .contains("/authorize?");
    }

    @Test
    void theSessionSaysWhoseItIs() {
        assertThat(Reader.signedIn(port, "diplomate", "020001").get("/session").body())
                .isEqualTo("020001");
    }

    @Test
    void theWayInLeadsToOnesFirstPage() {
        assertThat(firstPage("board", "board")).endsWith("/worklist");
        assertThat(firstPage("society", "ASPS")).endsWith("/rosters");
        assertThat(firstPage("diplomate", "020001")).endsWith("/diplomates/020001");
    }

    @Test
    void sessionCookiesAreOutOfTheReachOfScriptsAndOtherSites() {
        Reader reader = Reader.signedIn(port, "board", "board");
        List<String> cookies =
                reader.cookiesSet().stream()
                        .filter(cookie -> !cookie.contains("Max-Age=0"))
                        .toList();
        assertThat(cookies)
                .isNotEmpty()
                .allMatch(cookie -> cookie.toLowerCase().contains("httponly"));
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("q_session"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("SameSite=Lax"));
    }

    @Test
    void whatIsNotThereIsAPageInWordsAlsoForSomebodySignedIn() {
        for (Reader reader :
                List.of(Reader.visitor(port), Reader.signedIn(port, "board", "board"))) {
            HttpResponse<String> answer = reader.get("/nothing/here");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("There is nothing here.");
        }
    }

    private String firstPage(String role, String number) {
        return Reader.signedIn(port, role, number)
                .get("/enter")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("visitor", Reader.visitor(port));
        readers.put("board", Reader.signedIn(port, "board", "board"));
        readers.put("society", Reader.signedIn(port, "society", "ASPS"));
        readers.put("diplomate", Reader.signedIn(port, "diplomate", "020001"));
        return readers;
    }

    private static char letter(String role) {
        return ROLES.getOrDefault(role, 'V');
    }

    /// A form is refused for its missing token before it does anything, but after the role was
    /// looked at.
    private static HttpResponse<String> ask(Reader reader, String route) {
        String[] here = {"Sec-Fetch-Site", "same-origin"};
        if (route.startsWith("GET ")) {
            return reader.get(path(route));
        }
        return TAKES_A_FILE.contains(route)
                ? reader.postAs(
                        "multipart/form-data; boundary=end", path(route), "--end--\r\n", here)
                : reader.post(path(route), "", here);
    }

    private static boolean isRefused(HttpResponse<String> answer) {
        return answer.statusCode() == 403
                || answer.statusCode() == 401
                || answer.headers().firstValue("Location").orElse("").contains("/authorize?");
    }

    private static String path(String route) {
        return route.substring(route.indexOf(' ') + 1)
                .replace("{id}", "020001")
                .replaceAll("\\{[^}]*}", "X1");
    }

    private static List<String> loaded(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body())
                .select("link[href], script[src], img[src], use[href], iframe[src]")
                .stream()
                .map((Element one) -> one.hasAttr("href") ? one.attr("href") : one.attr("src"))
                .toList();
    }

    private static Map<String, String> table() throws IOException {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(
                            Collectors.toMap(
                                    line -> line.substring(line.indexOf(' ')).strip(),
                                    line -> line.substring(0, line.indexOf(' ')),
                                    (one, _) -> one,
                                    LinkedHashMap::new));
        }
    }
}
