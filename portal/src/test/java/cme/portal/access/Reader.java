package cme.portal.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Somebody with a browser: keeps cookies, follows redirects only when told.
final class Reader {
    private final URI portal;
    private final HttpClient http;
    private final List<String> cookies = new ArrayList<>();

    private Reader(int port, CookiePolicy cookies) {
        this.portal = URI.create("http://localhost:" + port);
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager(null, cookies))
                        .build();
    }

    /// Somebody without cookies each time: every way to the sign-in that is not taken leaves a
    /// cookie for five minutes.
    static Reader visitor(int port) {
        return new Reader(port, CookiePolicy.ACCEPT_NONE);
    }

    /// Signs in at the identity provider as a browser does.
    ///
    /// @param role `board`, `society` or `diplomate`
    /// @param number of the society or the diplomate
    static Reader signedIn(int port, String role, String number) {
        var reader = new Reader(port, CookiePolicy.ACCEPT_ALL);
        HttpResponse<String> asked = reader.follow(reader.get("/enter"));
        Element form =
                Jsoup.parse(asked.body(), asked.uri().toString())
                        .selectFirst("form:has(input[name=role])");
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(one -> fields.put(one.attr("name"), one.val()));
        fields.put("role", role);
        fields.put("number", number);
        String action = form.hasAttr("action") ? form.absUrl("action") : asked.uri().toString();
        HttpResponse<String> chosen =
                reader.send(
                        HttpRequest.newBuilder(URI.create(action))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(BodyPublishers.ofString(encoded(fields))));
        reader.followHere(chosen);
        return reader;
    }

    HttpResponse<String> get(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(portal.resolve(path)).header("Accept", "text/html,*/*");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return postAs("application/x-www-form-urlencoded", path, body, headers);
    }

    HttpResponse<String> postAs(String type, String path, String body, String... headers) {
        return send(
                HttpRequest.newBuilder(portal.resolve(path))
                        .header("Content-Type", type)
                        .headers(headers)
                        .POST(BodyPublishers.ofString(body)));
    }

    /// Every cookie that the portal has set, with its attributes.
    List<String> cookiesSet() {
        return List.copyOf(cookies);
    }

    /// Follows the redirect to wherever it leads.
    HttpResponse<String> follow(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return send(HttpRequest.newBuilder(answer.uri().resolve(location)));
    }

    /// Follows until a page of the portal, or its refusal, is there.
    private HttpResponse<String> followHere(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        for (int i = 0; i < 5 && last.statusCode() / 100 == 3; i++) {
            last = follow(last);
        }
        return last;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.uri().getPort() == portal.getPort()) {
                cookies.addAll(answer.headers().allValues("set-cookie"));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        one ->
                                URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8)
                                        + "="
                                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
