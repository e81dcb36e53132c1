package cme.stack.signin;

import cme.stack.token.SigningKey;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// Ends a session at the portal's request (OpenID Connect RP-Initiated Logout).
final class LogoutEndpoint {
    private final SigningKey key;
    private final Grants grants;
    private final Set<String> afterwards;

    /// @param redirects the portal's addresses: each may be left for the root of its host
    LogoutEndpoint(SigningKey key, Grants grants, Set<URI> redirects) {
        this.key = key;
        this.grants = grants;
        this.afterwards =
                redirects.stream()
                        .map(one -> one.resolve("/").toString())
                        .collect(Collectors.toUnmodifiableSet());
    }

    Reply answer(Parameters parameters) {
        parameters
                .get("id_token_hint")
                .flatMap(token -> SignedToken.claim(token, key, "sid"))
                .ifPresent(grants::end);
        return parameters
                .get("post_logout_redirect_uri")
                .filter(afterwards::contains)
                .map(address -> Reply.redirect(address + state(parameters)))
                .orElseGet(
                        () ->
                                Reply.page(
                                        200,
                                        Reply.FORMS_OF_THIS_PAGE,
                                        SignInPage.notice(
                                                "You are signed out", "You can close this page.")));
    }

    private static String state(Parameters parameters) {
        return parameters
                .get("state")
                .map(state -> "?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8))
                .orElse("");
    }
}
