package cme.portal.access;

import cme.stack.signin.SignIn;
import cme.stack.token.SigningKey;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// The identity provider of the local stack for tests of the portal. The services are not there:
/// what somebody may open ends in 503, what not in 403 or at the sign-in.
public class SignInResource implements QuarkusTestResourceLifecycleManager {
    private static final String SECRET = "of-the-portal-in-tests";

    private SignIn signIn;

    @Override
    public Map<String, String> start() {
        int portal = freePort();
        int port = freePort();
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "sign-in");
            SigningKey key = SigningKey.in(folder.resolve("key.pem"), text -> write(folder, text));
            signIn =
                    SignIn.open(
                            new SignIn.Settings(
                                    port,
                                    key,
                                    SECRET,
                                    Set.of(URI.create("http://localhost:" + portal + "/signed-in")),
                                    folder.resolve("nobody.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String nobody = "http://127.0.0.1:" + freePort();
        return Map.of(
                "quarkus.http.test-port", Integer.toString(portal),
                "quarkus.oidc.auth-server-url", "http://localhost:" + port,
                "quarkus.oidc.credentials.secret", SECRET,
                "cme.portal.sign-in-address", "http://localhost:" + port,
                "quarkus.rest-client.catalog.url", nobody,
                "quarkus.rest-client.credit.url", nobody,
                "quarkus.rest-client.compliance.url", nobody);
    }

    private static void write(Path folder, String text) {
        try {
            Files.writeString(folder.resolve("key.pem"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (signIn != null) {
            signIn.close();
        }
    }
}
