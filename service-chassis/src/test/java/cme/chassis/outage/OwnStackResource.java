package cme.chassis.outage;

import cme.stack.LocalStack;
import cme.stack.Options;
import cme.stack.Ports;
import cme.stack.kafka.KafkaLogin;
import cme.stack.token.Tokens;
import cme.test.stack.DatabaseSettings;
import cme.test.stack.TestKafka;
import cme.test.stack.TestRights;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL and a broker that no other test uses, so that a test may stop them. [OwnStack]
/// finds them by folder and port.
public final class OwnStackResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable LocalStack stack;

    /// Runs after the resource that all tests share, because it replaces its settings.
    @Override
    public int order() {
        return 1_000;
    }

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("own-stack");
            var ports = Ports.free();
            var own =
                    LocalStack.start(
                            Options.in(folder)
                                    .on(ports)
                                    .notDurable()
                                    .withoutServices()
                                    .unwatched());
            stack = own;
            var database = own.postgres().superuser().database("outage");
            own.kafka().grant(TestRights.OF_CHASSIS);
            TestKafka.use(own.kafka().login(KafkaLogin.SUPER_USER));
            var settings =
                    new HashMap<>(TestKafka.settingsOf(own.kafka().login(TestRights.service())));
            settings.putAll(DatabaseSettings.of(database));
            settings.put(OwnStack.FOLDER, folder.toString());
            settings.put(OwnStack.PORT_BASE, Integer.toString(ports.base()));
            settings.put("quarkus.oidc.public-key", own.tokens().key().publicKey());
            settings.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
            settings.put("quarkus.oidc.token.audience", Tokens.AUDIENCE);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (stack != null) {
            stack.close();
        }
    }
}
