package cme.stack.signin;

import static cme.stack.signin.TestBrowser.REDIRECT;
import static cme.stack.signin.TestBrowser.SECRET;
import static cme.stack.signin.TestBrowser.VERIFIER;
import static cme.stack.signin.TestBrowser.json;

import cme.stack.Ports;
import cme.stack.token.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Signing in, opened for each test, with a clock that only the test moves.
abstract class RunningSignIn {
    static final SigningKey KEY = SigningKey.generate();

    final int port = Ports.free().signIn();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    final TestBrowser browser = new TestBrowser("http://localhost:" + port);

    @TempDir Path folder;
    SignIn signIn;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(
                folder.resolve("people.json"),
                """
                [{"role": "board", "number": "ines", "name": "Inés Brandt", "note": "Certification office"},
                 {"role": "diplomate", "number": "020001", "name": "Ada <O'Connor>", "note": "Late"},
                 {"role": "board", "number": null, "provider": null, "name": "The board office", "note": "Everything"},
                 {"role": "society", "provider": "ASPS", "name": "American Society", "note": "Rows to mend"},
                 {"role": "pope", "number": "1", "name": "Nobody"}]
                """);
        signIn =
                SignIn.open(
                        new SignIn.Settings(
                                port,
                                KEY,
                                SECRET,
                                Set.of(URI.create(REDIRECT)),
                                folder.resolve("people.json")),
                        now::get);
    }

    @AfterEach
    void close() {
        signIn.close();
    }

    static Map<String, String> requestWith(String name, String value) {
        var request = new HashMap<>(TestBrowser.request());
        request.put(name, value);
        return request;
    }

    JsonNode signedIn(String person) {
        return json(browser.redeem(browser.code(person), VERIFIER));
    }
}
