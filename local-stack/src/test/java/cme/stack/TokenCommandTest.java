package cme.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {
    @TempDir private static Path data;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                   | Say for whom: board, society, diplomate or ops.
                    board ops                            | Say for whom: board, society, diplomate or ops.
                    king                                 | No role king; roles are board, society, diplomate and ops.
                    society                              | A token for a society needs --provider CODE.
                    society --provider                   | Option --provider needs a value.
                    society --provider A --provider B    | Option --provider needs one value.
                    diplomate                            | A token for a diplomate needs --diplomate ID.
                    board --provider ASPS                | --provider goes with the role society only.
                    society --provider A --diplomate 1   | --diplomate goes with the role diplomate only.
                    board --forever                      | Unknown option --forever; see ./cme help.
                    """)
    void whatMakesNoSenseIsRefusedWithOneLine(String line, String message) {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> TokenCommand.of(words(line)))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "board, \"groups\":[\"board\"]",
        "ops, \"groups\":[\"ops\"]",
        "society --provider ASPS, \"provider\":\"ASPS\"",
        "society --provider=ASPS, \"groups\":[\"society\"]",
        "diplomate --diplomate 012345, \"diplomate_id\":\"012345\"",
        "diplomate --id 012345, \"groups\":[\"diplomate\"]"
    })
    void theTokenSaysWhatWasAskedFor(String line, String claim) {
        LocalStack.signingKey(DataFolder.open(data));
        String token = TokenCommand.of(words(line + " --data " + data)).token();
        String payload = token.split("\\.")[1];
        assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .contains(claim);
    }

    @Test
    void withoutAKeyThereIsNoTokenThatNobodyWouldAccept(@TempDir Path empty) {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> TokenCommand.of(words("board --data " + empty)).token())
                .withMessageStartingWith("No key to sign with in " + empty);
        assertThat(empty).isEmptyDirectory();
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}
