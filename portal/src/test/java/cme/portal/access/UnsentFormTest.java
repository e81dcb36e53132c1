package cme.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// A form whose service does not answer.
@QuarkusTest
@QuarkusTestResource(SignInResource.class)
class UnsentFormTest {
    private static final String ADDRESS = "/people/020001";
    private static final String NAME = "Þórdís \"Disa\" <Ólafsdóttir>\nsecond line";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void whatWasTypedIsOnThePageThatSaysSoAndCanBeSentAgain() {
        Reader board = Reader.signedIn(port, "board", "board");
        Document first = send(board, token(board), NAME);
        assertThat(first.select("input[name=familyName]")).hasSize(1);
        assertThat(first.selectFirst("input[name=familyName]").val()).isEqualTo(NAME);
        assertThat(first.selectFirst("form:has([name=familyName])").attr("action"))
                .isEqualTo(ADDRESS);
        Element token = first.selectFirst("form:has([name=familyName]) [name=csrf-token]");
        Document second = send(board, token.val(), NAME);
        assertThat(second.selectFirst("input[name=familyName]").val()).isEqualTo(NAME);
        assertThat(second.select("form:has([name=familyName]) [name=csrf-token]")).hasSize(1);
    }

    @Test
    void aPageThatCannotBeReadHasNothingToSend() {
        Reader board = Reader.signedIn(port, "board", "board");
        Document page = Jsoup.parse(board.get(ADDRESS).body());
        assertThat(page.selectFirst("h1").text())
                .isEqualTo("A part of the system does not answer.");
        assertThat(page.select("main form")).isEmpty();
    }

    /// Any page with a form has one.
    private static String token(Reader reader) {
        return Jsoup.parse(reader.get("/check").body()).selectFirst("[name=csrf-token]").val();
    }

    private static Document send(Reader reader, String token, String familyName) {
        HttpResponse<String> answer =
                reader.post(
                        ADDRESS,
                        "csrf-token=%s&version=1&familyName=%s"
                                .formatted(
                                        token,
                                        URLEncoder.encode(familyName, StandardCharsets.UTF_8)),
                        "Sec-Fetch-Site",
                        "same-origin");
        assertThat(answer.statusCode()).isEqualTo(503);
        return Jsoup.parse(answer.body());
    }
}
