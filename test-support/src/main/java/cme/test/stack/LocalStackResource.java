package cme.test.stack;

import cme.stack.SealingKeys;
import cme.stack.kafka.KafkaLogin;
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
        KafkaLogin superUser = joined.kafka(KafkaLogin.SUPER_USER);
        TestKafka.use(superUser);
        TestTopics.deleteAll(superUser);
        Database fresh = joined.freshDatabase();
        database = fresh;
        var settings = new HashMap<>(TestKafka.settingsOf(joined.kafka(TestRights.service())));
        settings.putAll(DatabaseSettings.of(fresh));
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
