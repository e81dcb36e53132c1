package cme.test.stack;

import cme.stack.SealingKeys;
import cme.stack.postgres.Database;
import cme.stack.token.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
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
        Map<String, String> settings = new HashMap<>(DatabaseSettings.of(fresh));
        settings.put("kafka.bootstrap.servers", joined.bootstrapServers());
        settings.put("quarkus.oidc.public-key", joined.tokens().key().publicKey());
        settings.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        settings.put("quarkus.oidc.token.audience", Tokens.AUDIENCE);
        settings.put("cme.chassis.sealing-keys", SealingKeys.random());
        return settings;
    }

    @Override
    public void stop() {
        if (stack != null && database != null) {
            stack.drop(database);
        }
    }
}
