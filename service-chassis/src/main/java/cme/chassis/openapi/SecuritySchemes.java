package cme.chassis.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createOAuthFlow;
import static org.eclipse.microprofile.openapi.OASFactory.createOAuthFlows;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/// Callers send a bearer token, which client credentials at the board's issuer give. The roles that
/// an operation asks for are part of its description.
final class SecuritySchemes {

    private static final String BEARER = "bearer";
    private static final String CLIENT = "clientCredentials";

    /// An example: an installation names its issuer in its settings.
    private static final String TOKEN_URL =
            "https://identity.example/realms/cme/protocol/openid-connect/token";

    private SecuritySchemes() {}

    static void addTo(Components components) {
        components.setSecuritySchemes(null);
        components
                .addSecurityScheme(
                        BEARER,
                        createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "A token of the board's issuer for the audience `cme`"))
                .addSecurityScheme(
                        CLIENT,
                        createSecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .description(
                                        "A meeting system gets its token with its own credentials")
                                .flows(
                                        createOAuthFlows()
                                                .clientCredentials(
                                                        createOAuthFlow()
                                                                .tokenUrl(TOKEN_URL)
                                                                .scopes(
                                                                        new java.util
                                                                                .HashMap<>()))));
    }

    static void describe(Operation operation) {
        var roles = new TreeSet<String>();
        if (operation.getSecurity() != null) {
            operation.getSecurity().forEach(r -> r.getSchemes().values().forEach(roles::addAll));
        }
        boolean isOpen = operation.getSecurity() == null || operation.getSecurity().isEmpty();
        operation.setSecurity(
                isOpen
                        ? List.of()
                        : List.of(
                                createSecurityRequirement().addScheme(BEARER, List.of()),
                                createSecurityRequirement().addScheme(CLIENT, List.of())));
        operation.setDescription(
                withCallers(operation.getDescription(), isOpen ? "Open to all." : callers(roles)));
    }

    private static String callers(TreeSet<String> roles) {
        return roles.isEmpty() ? "Any valid token." : "Roles: " + String.join(", ", roles) + ".";
    }

    private static String withCallers(@Nullable String description, String callers) {
        return description == null ? callers : description.strip() + "\n\n" + callers;
    }
}
