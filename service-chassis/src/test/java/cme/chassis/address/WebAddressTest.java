package cme.chassis.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.plasticsurgery.org",
                "http://meetings.example/2026?day=1#hall",
                "https://meetings.example.:8443/",
                "https://1.1.1.1/",
                "https://[2606:4700:4700::1111]/",
                "https://xn--mnchen-3ya.example/"
            })
    void anAddressOfAPublicHostIsTaken(String url) {
        assertThat(WebAddress.of(url)).hasValueSatisfying(a -> assertThat(a.isPublic()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "meetings.example",
                "//meetings.example/",
                "ftp://meetings.example/",
                "javascript:alert(1)",
                "https:meetings.example",
                "https://user@meetings.example/",
                "https://user:secret@meetings.example/",
                "https://@meetings.example/",
                "https://meetings.example\\@elsewhere.example/",
                "https://mee tings.example/",
                "https://%31%32%37.0.0.1/",
                "https:///path"
            })
    void whatIsNoAddressOrNamesAUserIsRefused(String url) {
        assertThat(WebAddress.of(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST:8080/",
                "http://localhost./",
                "http://a.localhost/",
                "http://intranet/",
                "http://printer.local/",
                "http://vault.service.internal/",
                "http://router.home.arpa/",
                "http://127.0.0.1/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1:81/",
                "http://169.254.169.254/latest/meta-data",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/"
            })
    void anAddressOfTheOwnMachineOrNetworkIsNotPublic(String url) {
        assertThat(WebAddress.of(url)).hasValueSatisfying(a -> assertThat(a.isPublic()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.0.01/",
                "http://1.1.1.256/",
                "http://1.1.1.1.1/"
            })
    void anAddressInAnUnusualFormIsRefused(String url) {
        assertThat(WebAddress.of(url).filter(WebAddress::isPublic)).isEmpty();
    }
}
