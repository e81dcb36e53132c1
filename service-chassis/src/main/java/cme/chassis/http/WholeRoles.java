package cme.chassis.http;

import cme.chassis.ChassisConfig;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Removes a role from a token that lacks the claim of the role, such as `society` without
/// `provider`, or has it in another form. An operation for the role is then closed to such a token,
/// whether or not it reads the claim. A token without a readable subject is refused, because the
/// event log names the author of a change.
///
/// Roles are a list of texts in one claim. Without this, an object in its place would be taken for
/// its words, of which one may be the name of a role.
@Singleton
class WholeRoles implements SecurityIdentityAugmentor {

    private final Map<String, ChassisConfig.RoleClaim> claims;
    private final JsonPointer rolesPointer;
    private final ObjectMapper mapper;

    /// @param rolesClaim the claim with the roles, which quarkus-oidc reads
    WholeRoles(
            ChassisConfig config,
            ObjectMapper mapper,
            @ConfigProperty(name = "quarkus.oidc.roles.role-claim-path") String rolesClaim) {
        this.claims = config.roleClaims();
        this.rolesPointer = JsonPointer.compile("/" + rolesClaim);
        this.mapper = mapper;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        if (Caller.claim(token, Caller.SUBJECT).isEmpty()) {
            return Uni.createFrom().failure(new AuthenticationFailedException("no subject"));
        }
        Set<String> whole =
                hasReadableRoles(token)
                        ? identity.getRoles().stream()
                                .filter(role -> isWhole(role, token))
                                .collect(Collectors.toSet())
                        : Set.of();
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
        ChassisConfig.RoleClaim needed = claims.get(role);
        return needed == null
                || Caller.claim(token, needed.claim())
                        .filter(text -> needed.form().matcher(text).matches())
                        .isPresent();
    }

    /// The type of a claim is seen in the token itself only: the principal makes a set of texts of
    /// it.
    private boolean hasReadableRoles(JsonWebToken token) {
        JsonNode roles = claims(token).at(rolesPointer);
        return roles.isMissingNode()
                || roles.isTextual()
                || roles.isArray() && roles.valueStream().allMatch(JsonNode::isTextual);
    }

    private JsonNode claims(JsonWebToken token) {
        try {
            return mapper.readTree(
                    Base64.getUrlDecoder().decode(token.getRawToken().split("\\.")[1]));
        } catch (IOException e) {
            throw new AuthenticationFailedException("The claims are not JSON", e);
        }
    }
}
