package cme.stack.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/// A browser and the portal behind it, as far as signing in sees them.
record TestBrowser(String address) {
    static final String REDIRECT = "http://localhost:8084/signed-in";
    static final String SECRET = "secret of/the portal:+";
    // From RFC 7636, appendix B.
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// A valid request of the portal's.
    static Map<String, String> request() {
        return Map.of(
                "client_id", "portal",
                "response_type", "code",
                "scope", "openid profile",
                "redirect_uri", REDIRECT,
                "state", "state & more",
                "nonce", "n-1",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256");
    }

    HttpResponse<String> get(String path, Map<String, String> query) {
        return get(path + "?" + encoded(query));
    }

    HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    HttpResponse<String> choose(Map<String, String> query, Map<String, String> form) {
        return post("/authorize?" + encoded(query), address, form);
    }

    HttpResponse<String> post(String path, String origin, Map<String, String> form) {
        return send(
                request(path)
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString(encoded(form))));
    }

    /// The code for somebody.
    String code(String person) {
        var answer = choose(request(), Map.of("person", person));
        return parameters(location(answer)).get("code");
    }

    HttpResponse<String> token(String secret, Map<String, String> form) {
        var pair = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var basic =
                Base64.getEncoder()
                        .encodeToString(("portal:" + pair).getBytes(StandardCharsets.UTF_8));
        return send(
                request("/token")
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.ofString(encoded(form))));
    }

    HttpResponse<String> redeem(String code, String verifier) {
        return token(
                SECRET,
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", REDIRECT,
                        "code_verifier", verifier));
    }

    HttpResponse<String> refresh(String token) {
        return token(SECRET, Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static Map<String, String> parameters(String address) {
        return Parameters.of(URI.create(address).getRawQuery()).values();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode claims(JsonNode tokens, String token) {
        var payload = tokens.path(token).asText().split("\\.")[1];
        return json(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(
                        one ->
                                one.getKey()
                                        + "="
                                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
