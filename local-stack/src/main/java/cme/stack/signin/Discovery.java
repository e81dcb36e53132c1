package cme.stack.signin;

import cme.stack.token.SigningKey;
import cme.stack.token.Tokens;

import java.util.List;
import java.util.Map;

/// The description that the portal reads to find its way: endpoints (OpenID Connect Discovery,
/// section 3) and the public key (RFC 7517).
///
/// @param address of this provider. Tokens name another issuer, the one of every token of the
///   stack, so that services need no address to check them
record Discovery(String address, SigningKey key) {
    Reply configuration() {
        return Reply.json(
                200,
                Map.ofEntries(
                        Map.entry("issuer", Tokens.ISSUER),
                        Map.entry("authorization_endpoint", address + SignIn.AUTHORIZE),
                        Map.entry("token_endpoint", address + SignIn.TOKEN),
                        Map.entry("jwks_uri", address + SignIn.KEYS),
                        Map.entry("end_session_endpoint", address + SignIn.LOGOUT),
                        Map.entry("response_types_supported", List.of("code")),
                        Map.entry(
                                "grant_types_supported",
                                List.of("authorization_code", "refresh_token")),
                        Map.entry("subject_types_supported", List.of("public")),
                        Map.entry("scopes_supported", List.of("openid", "profile")),
                        Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
                        Map.entry("code_challenge_methods_supported", List.of("S256")),
                        Map.entry(
                                "token_endpoint_auth_methods_supported",
                                List.of("client_secret_basic"))));
    }

    /// One key without an id, as tokens name none.
    Reply keys() {
        return Reply.json(
                200,
                Map.of(
                        "keys",
                        List.of(
                                Map.of(
                                        "kty", "RSA",
                                        "use", "sig",
                                        "alg", "RS256",
                                        "n", key.modulus(),
                                        "e", key.exponent()))));
    }
}
