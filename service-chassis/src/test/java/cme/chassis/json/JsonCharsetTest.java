package cme.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.problem.InvalidRequest;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCharsetTest {
    /// Long enough for several portions, with a character of two parts at every place.
    private static final String TEXT = "\"Côté 😀\"".repeat(3_001) + "x😀".repeat(9_000);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "utf-16", "UTF-16LE", "utf-16be"})
    void aTextInTheDeclaredCharsetIsRead(String charset) throws IOException {
        assertThat(read(TEXT, charset)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "windows-1252", "latin1"})
    void latin1IsReadAsWindows1252(String charset) throws IOException {
        byte[] body = "Côté €".getBytes(Charset.forName("windows-1252"));
        assertThat(utf8(body, charset)).isEqualTo("Côté €");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aTextThatShowsItsCharsetNeedsNoDeclaration(String charset) throws IOException {
        assertThat(utf8(TEXT.getBytes(Charset.forName(charset)), "utf-8")).isEqualTo(TEXT);
    }

    /// A parser of JSON that guesses the charset itself ends in such bytes with an error of input.
    @ParameterizedTest
    @ValueSource(strings = {"0000005B12FF0000", "B0000000EB000004", "7B000000FFFFFF00"})
    void aTextThatBeginsAsUtf32AndIsNotIsRefused(String hex) {
        assertThatThrownBy(() -> utf8(HexFormat.of().parseHex(hex), "utf-8"))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void aTextThatIsNotWhatWasDeclaredIsRefused() {
        assertThatThrownBy(() -> utf8(new byte[] {0x20, (byte) 0xD8, 0x20, 0x20}, "utf-16le"))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> utf8(new byte[] {0x20}, "koi8-r"))
                .isInstanceOf(InvalidRequest.class);
    }

    private static String read(String text, String charset) throws IOException {
        return utf8(text.getBytes(Charset.forName(charset)), charset);
    }

    private static String utf8(byte[] body, String charset) throws IOException {
        var type = new MediaType("application", "json", Map.of("charset", charset));
        byte[] read = JsonCharset.utf8(new ByteArrayInputStream(body), type).readAllBytes();
        return new String(read, StandardCharsets.UTF_8);
    }
}
