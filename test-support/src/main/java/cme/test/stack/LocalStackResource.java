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
    /// Signs the checkpoints of services under test: the key of RFC 8032, section 7.1, test 1.
    private static final String CHAIN_KEY =
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

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
        settings.put("cme.chassis.chain.signing-key", CHAIN_KEY);
        return settings;
    }

    @Override
    public void stop() {
        if (stack != null && database != null) {
            stack.drop(database);
        }
    }
}
