package cme.portal.signin;

import cme.portal.services.AccessToken;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// The person who asks, as the tokens say. Rights are decided by the services; this says which page
/// comes first and which links are shown.
@Named("visitor")
@RequestScoped
public class Visitor implements AccessToken {
    private final SecurityIdentity identity;
    private final OidcSession session;
    private final JsonWebToken accessToken;

    Visitor(SecurityIdentity identity, OidcSession session, JsonWebToken accessToken) {
        this.identity = identity;
        this.session = session;
        this.accessToken = accessToken;
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    /// The role that decides the first page; the board's comes before others.
    public Role role() {
        return Stream.of(Role.BOARD, Role.SOCIETY, Role.DIPLOMATE)
                .filter(role -> identity.hasRole(role.group()))
                .findFirst()
                .orElse(Role.VISITOR);
    }

    public boolean isBoard() {
        return role() == Role.BOARD;
    }

    public boolean isSociety() {
        return role() == Role.SOCIETY;
    }

    public boolean isDiplomate() {
        return role() == Role.DIPLOMATE;
    }

    /// The surgeon's number; empty for everybody else.
    public Optional<String> diplomateId() {
        return isDiplomate() ? claim(accessToken, "diplomate_id") : Optional.empty();
    }

    /// The society's code; empty for everybody else.
    public Optional<String> provider() {
        return isSociety() ? claim(accessToken, "provider") : Optional.empty();
    }

    /// Tells people apart; empty when nobody signed in.
    public String subject() {
        return isSignedIn() ? identity.getPrincipal().getName() : "";
    }

    /// The name at the head of the page.
    public String name() {
        return (isSignedIn() ? named(session.getIdToken()) : Optional.<String>empty())
                .or(this::provider)
                .or(this::diplomateId)
                .orElse("");
    }

    /// The bearer token for the services; empty when nobody signed in.
    @Override
    public Optional<String> value() {
        return isSignedIn() ? Optional.ofNullable(accessToken.getRawToken()) : Optional.empty();
    }

    private static Optional<String> named(JsonWebToken idToken) {
        return claim(idToken, "name").or(() -> claim(idToken, "preferred_username"));
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        @Nullable Object value = token.getClaim(name);
        return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
    }
}
