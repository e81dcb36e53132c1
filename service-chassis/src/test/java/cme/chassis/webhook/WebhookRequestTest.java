package cme.chassis.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookRequestTest {

    private static List<Violation> violations(String url) {
        var fields = Fields.of(JsonNodeFactory.instance.objectNode().put("url", url));
        WebhookRequest.read(fields, Set.of(), false);
        return fields.violations();
    }

    @ParameterizedTest
    @CsvSource({
        "http://meetings.example/hook, url.https",
        "https://localhost/hook, url.address",
        "https://127.0.0.1/hook, url.address",
        "https://169.254.169.254/latest, url.address",
        "https://[::1]:8443/hook, url.address",
        "https://[fd00::1]/hook, url.address",
        "https://2130706433/hook, url.address",
        "https://user:secret@meetings.example/hook, url.form",
        "https://meetings.example/hook#part, url.form",
        "gopher://meetings.example/, url.form"
    })
    void anAddressThatEventsMayNotGoToIsRefused(String url, String code) {
        assertThat(violations(url)).extracting(Violation::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "https://meetings.example/hook?key=1",
        "https://meetings.example:8443",
        "https://1.1.1.1/hook"
    })
    void aPublicAddressIsTaken(String url) {
        assertThat(violations(url)).isEmpty();
    }
}
