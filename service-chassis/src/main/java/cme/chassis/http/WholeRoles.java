package cme.chassis.http;

import cme.chassis.ChassisConfig;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Removes a role from a token that lacks the claim of the role, such as `society` without
/// `provider`. An operation for the role is then closed to such a token, whether or not it reads
/// the claim. A token without a subject is refused, because the event log names the author of a
/// change.
@Singleton
class WholeRoles implements SecurityIdentityAugmentor {

    private final Map<String, String> claims;

    WholeRoles(ChassisConfig config) {
        this.claims = config.roleClaims();
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        if (token.getSubject() == null || token.getSubject().isBlank()) {
            return Uni.createFrom().failure(new AuthenticationFailedException("no subject"));
        }
        Set<String> whole =
                identity.getRoles().stream()
                        .filter(role -> isWhole(role, token))
                        .collect(Collectors.toSet());
        return Uni.createFrom()
                .item(
                        whole.equals(identity.getRoles())
                                ? identity
                                : QuarkusSecurityIdentity.builder()
                                        .setPrincipal(token)
                                        .addRoles(whole)
                                        .addCredentials(identity.getCredentials())
                                        .addAttributes(identity.getAttributes())
                                        .build());
    }

    private boolean isWhole(String role, JsonWebToken token) {
        String claim = claims.get(role);
        return claim == null || Caller.claim(token, claim).isPresent();
    }
}
