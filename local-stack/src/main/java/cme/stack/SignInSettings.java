package cme.stack;

import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;
import cme.stack.signin.SignIn;
import cme.stack.token.SigningKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How people sign in to the portal of a stack.
public final class SignInSettings {
    /// Further addresses that the portal may be signed in to, with commas: for one that runs
    /// elsewhere on this machine.
    static final String REDIRECTS = "CME_SIGNIN_REDIRECTS";

    private static final String PATH = "/signed-in";

    private SignInSettings() {}

    static SignIn.Settings of(DataFolder folder, Ports ports, SigningKey key) {
        return of(folder, ports, key, System.getenv(REDIRECTS));
    }

    /// @param further as the variable names them
    /// @throws StackFailure when one of them is no address
    static SignIn.Settings of(
            DataFolder folder, Ports ports, SigningKey key, @Nullable String further) {
        int portal = ports.http(Service.PORTAL);
        return new SignIn.Settings(
                ports.signIn(),
                key,
                folder.randomSecret("portal-client.secret"),
                Stream.concat(
                                Stream.of("localhost", "127.0.0.1")
                                        .map(host -> "http://" + host + ":" + portal + PATH),
                                listed(further))
                        .map(SignInSettings::address)
                        .collect(Collectors.toSet()),
                people(folder));
    }

    /// The file with the people to choose from.
    public static Path people(DataFolder folder) {
        return folder.root().resolve("demo-people.json");
    }

    private static Stream<String> listed(@Nullable String setting) {
        return Stream.of(Optional.ofNullable(setting).orElse("").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty());
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawFragment() == null) {
                return address;
            }
        } catch (URISyntaxException _) {
            // Said below.
        }
        throw new StackFailure(
                REDIRECTS
                        + ": "
                        + text
                        + " is no address such as http://localhost:8080"
                        + PATH
                        + ".");
    }
}
