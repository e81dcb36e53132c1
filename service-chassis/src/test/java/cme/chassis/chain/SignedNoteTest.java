package cme.chassis.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    /// RFC 8032, section 7.1, test 1.
    private static final SigningKey KEY =
            SigningKey.of(
                    "test/1", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static final SigningKey OTHER = SigningKey.of("test/1", "01".repeat(32));

    @Test
    void thePublicKeyIsThatOfTheStandard() {
        assertThat(HexFormat.of().formatHex(KEY.verifier().key()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void aNoteHoldsForItsKeyAndNoOther() {
        SignedNote note = SignedNote.parse(SignedNote.sign("text\n", KEY).note()).orElseThrow();
        assertThat(note.text()).isEqualTo("text\n");
        assertThat(note.isSignedBy(Stream.of(OTHER.verifier(), KEY.verifier()))).isTrue();
        assertThat(note.isSignedBy(Stream.of(OTHER.verifier()))).isFalse();
    }

    @Test
    void anAlteredTextIsNotSigned() {
        String altered = SignedNote.sign("text\n", KEY).note().replace("text", "tent");
        assertThat(SignedNote.parse(altered).orElseThrow().isSignedBy(Stream.of(KEY.verifier())))
                .isFalse();
    }

    @Test
    void aVerifierKeyIsReadAsItIsWritten() {
        VerifierKey read = VerifierKey.parse(KEY.verifier().text());
        assertThat(read.text()).isEqualTo(KEY.verifier().text());
        assertThatThrownBy(() -> VerifierKey.parse(KEY.verifier().text().replace("1+", "2+")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoNoteIsNotRead() {
        assertThat(SignedNote.parse("text\n")).isEmpty();
        assertThat(SignedNote.parse("text\n\n\u2014 name\n")).isEmpty();
        assertThat(SignedNote.parse("text\n\n\u2014 name !\n")).isEmpty();
    }
}
