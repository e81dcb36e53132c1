package cme.test.stack;

import cme.stack.postgres.Database;
import cme.stack.token.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
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
        TestTopics.deleteAll(joined.bootstrapServers());
        Database fresh = joined.freshDatabase();
        database = fresh;
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", fresh.url()),
                Map.entry("quarkus.datasource.username", fresh.username()),
                Map.entry("quarkus.datasource.password", fresh.password()),
                Map.entry("kafka.bootstrap.servers", joined.bootstrapServers()),
                Map.entry("quarkus.oidc.public-key", joined.tokens().key().publicKey()),
                Map.entry("quarkus.oidc.token.issuer", Tokens.ISSUER),
                Map.entry("quarkus.oidc.token.audience", Tokens.AUDIENCE),
                Map.entry("cme.chassis.chain.signing-key", CHAIN_KEY));
    }

    @Override
    public void stop() {
        if (stack != null && database != null) {
            stack.drop(database);
        }
    }
}
