package cme.stack.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A valid request to sign somebody in (OpenID Connect Core, section 3.1.2.1, with PKCE, RFC 7636).
///
/// @param redirect where the answer goes; one of the addresses that are allowed
/// @param challenge SHA-256 of the verifier, in base64url
record AuthorizationRequest(
        URI redirect, String challenge, Optional<String> state, Optional<String> nonce) {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int LONGEST = 2_048;

    /// The outcome of reading a request.
    sealed interface Outcome {
        record Valid(AuthorizationRequest request) implements Outcome {}

        /// To be told to the portal.
        ///
        /// @param address with the error in it
        record Refused(String address) implements Outcome {}

        /// To be shown here, because the address for the answer cannot be trusted.
        record Untrusted(String reason) implements Outcome {}
    }

    static Outcome of(Parameters parameters, Set<URI> redirects) {
        if (!parameters.has("client_id", SignIn.CLIENT)) {
            return new Outcome.Untrusted("Only the portal can ask who you are.");
        }
        String asked = parameters.get("redirect_uri").orElse("");
        Optional<URI> redirect =
                redirects.stream().filter(one -> one.toString().equals(asked)).findFirst();
        if (redirect.isEmpty()) {
            return new Outcome.Untrusted(
                    "The portal wants the answer at an address that is not its own. A portal that"
                            + " runs elsewhere is named by CME_SIGNIN_REDIRECTS when the stack"
                            + " starts.");
        }
        Optional<String> state = parameters.get("state");
        var request =
                new AuthorizationRequest(
                        redirect.get(),
                        parameters.get("code_challenge").orElse(""),
                        state,
                        parameters.get("nonce"));
        return error(parameters, request)
                .<Outcome>map(error -> new Outcome.Refused(request.answer("error=" + error)))
                .orElseGet(() -> new Outcome.Valid(request));
    }

    private static Optional<String> error(Parameters parameters, AuthorizationRequest request) {
        if (!parameters.has("response_type", "code")) {
            return Optional.of("unsupported_response_type");
        }
        if (Arrays.stream(parameters.get("scope").orElse("").split(" "))
                .noneMatch("openid"::equals)) {
            return Optional.of("invalid_scope");
        }
        boolean valid =
                parameters.has("code_challenge_method", "S256")
                        && CHALLENGE.matcher(request.challenge).matches()
                        && request.state.orElse("").length() <= LONGEST
                        && request.nonce.orElse("").length() <= LONGEST;
        return valid ? Optional.empty() : Optional.of("invalid_request");
    }

    /// The address to go back to.
    ///
    /// @param parameters encoded
    String answer(String parameters) {
        String query = redirect.getRawQuery() == null ? "?" : "&";
        return redirect
                + query
                + parameters
                + state.map(one -> "&state=" + URLEncoder.encode(one, StandardCharsets.UTF_8))
                        .orElse("");
    }

    /// Scheme, host and port of the portal.
    String origin() {
        return redirect.getScheme() + "://" + redirect.getRawAuthority();
    }
}
