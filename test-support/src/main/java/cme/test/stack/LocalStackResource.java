package cme.test.stack;

import cme.stack.postgres.Database;
import cme.stack.token.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives a `@QuarkusTest` an empty database, a broker without topics, and the key of [TestTokens].
/// PostgreSQL and the broker are those of [SharedTestStack].
public final class LocalStackResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable SharedTestStack stack;
    private @Nullable Database database;

    @Override
    public Map<String, String> start() {
        SharedTestStack joined = SharedTestStack.join();
        stack = joined;
        TestTopics.deleteAll(joined.bootstrapServers());
        Database fresh = joined.freshDatabase();
        database = fresh;
        return Map.of(
                "quarkus.datasource.jdbc.url", fresh.url(),
                "quarkus.datasource.username", fresh.username(),
                "quarkus.datasource.password", fresh.password(),
                "kafka.bootstrap.servers", joined.bootstrapServers(),
                "quarkus.oidc.public-key", joined.tokens().key().publicKey(),
                "quarkus.oidc.token.issuer", Tokens.ISSUER,
                "quarkus.oidc.token.audience", Tokens.AUDIENCE);
    }

    @Override
    public void stop() {
        if (stack != null && database != null) {
            stack.drop(database);
        }
    }
}
