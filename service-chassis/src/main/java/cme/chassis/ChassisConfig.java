package cme.chassis;

import cme.chassis.startup.AtLeastOne;
import cme.chassis.startup.PositiveDuration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Settings of the mechanisms that all services share.
@ConfigMapping(prefix = "cme.chassis")
public interface ChassisConfig {

    /// The largest number of requests in work. Further requests are refused with 503.
    @WithDefault("512")
    @WithConverter(AtLeastOne.class)
    int maxRequestsInWork();

    /// The largest size of a body.
    @WithDefault("1M")
    MemorySize maxBody();

    /// The largest size of a JSON body that is read as one value, whose tree takes many times the
    /// memory of its text.
    @WithDefault("256K")
    MemorySize maxJsonBody();

    /// The longest time that a body may take to arrive. A slower request is refused with 408.
    @WithDefault("2m")
    @WithConverter(PositiveDuration.class)
    Duration maxBodyTime();

    /// The origins of web pages that may use the API, such as `https://board.example`. None by
    /// default.
    Optional<List<String>> corsOrigins();

    /// Roles that need a claim, such as `society`, which needs `provider`, by role. A token without
    /// the claim, or with one of another form, does not have the role.
    Map<String, RoleClaim> roleClaims();

    /// The keys under which secrets are stored, as [cme.chassis.secret.KeyRing#parse] reads them.
    String sealingKeys();

    Events events();

    Spool spool();

    Topics topics();

    Publisher publisher();

    Projector projector();

    Feed feed();

    Webhooks webhooks();

    Chain chain();

    Quota quota();

    AccessLog accessLog();

    interface RoleClaim {

        /// The name of the claim.
        String claim();

        /// The form of its text, as a regular expression of Java. It must bound the length.
        Pattern form();
    }

    interface Events {

        /// The keys that sign events, by the owner of their topics, whose name the topics begin
        /// with: `id:secret`, several with commas. The first one signs, all are accepted.
        Map<String, String> keys();
    }

    interface Spool {

        /// The folder of bodies that are read twice; the system's folder for temporary files by
        /// default.
        Optional<String> folder();

        /// The room that all of them may take together. A body that does not fit is refused with
        /// 503.
        @WithDefault("512M")
        MemorySize maxSize();
    }

    interface Topics {

        /// Partitions of a topic that a service creates, and so the parallelism of its consumers.
        @WithDefault("12")
        @WithConverter(AtLeastOne.class)
        int partitions();

        /// Copies of each partition: one in the local stack, three in production.
        @WithDefault("1")
        short replicationFactor();

        /// The largest size of a message with its headers. A change whose event would be larger is
        /// refused; the topic and the producer accept all others. The broker must be able to
        /// replicate them.
        @WithDefault("1M")
        MemorySize maxMessageSize();

        /// The time between two looks whether a topic was deleted, made again or truncated.
        @WithDefault("5s")
        @WithConverter(PositiveDuration.class)
        Duration checkInterval();
    }

    interface Publisher {

        /// True when this instance takes part in publishing.
        @WithDefault("true")
        boolean enabled();

        /// The largest number of events that are sent between two moves of the cursor.
        @WithDefault("2000")
        @WithConverter(AtLeastOne.class)
        int pageSize();

        /// The longest time that the publisher waits for a notification.
        @WithDefault("500ms")
        @WithConverter(PositiveDuration.class)
        Duration pollInterval();

        /// The time between two attempts of an instance to become the one that publishes.
        @WithDefault("1s")
        @WithConverter(PositiveDuration.class)
        Duration takeoverInterval();
    }

    interface Projector {

        /// True when this instance consumes.
        @WithDefault("true")
        boolean enabled();

        /// The name that consumer groups begin with; the name of the service by default. An
        /// instance with a database of its own needs another one, so that it reads all events.
        Optional<String> group();

        /// The largest number of events that are applied in one transaction.
        @WithDefault("2000")
        @WithConverter(AtLeastOne.class)
        int batchSize();

        /// The time without a heartbeat after which another instance takes over the partitions.
        @WithDefault("10s")
        @WithConverter(PositiveDuration.class)
        Duration sessionTimeout();

        /// The time between two looks of an instance for a rebuild to work on.
        @WithDefault("1s")
        @WithConverter(PositiveDuration.class)
        Duration rebuildInterval();
    }

    interface Feed {

        /// The largest number of callers that wait for changes in one instance. Further callers
        /// that want to wait are refused with 503.
        @WithDefault("1000")
        @WithConverter(AtLeastOne.class)
        int maxWaiting();
    }

    interface Webhooks {

        /// True when this instance takes part in sending.
        @WithDefault("true")
        boolean enabled();

        /// True when `http` and addresses that are not public are allowed; for tests.
        @WithDefault("false")
        boolean anyAddress();

        /// The largest number of webhooks of one owner.
        @WithDefault("20")
        @WithConverter(AtLeastOne.class)
        int maxPerOwner();

        /// The largest number of requests to one webhook at once, each about another subject.
        @WithDefault("8")
        @WithConverter(AtLeastOne.class)
        int concurrency();

        /// The largest number of events that wait for one webhook. Further events stay in the log
        /// until one of them is delivered.
        @WithDefault("100")
        @WithConverter(AtLeastOne.class)
        int maxWaiting();

        /// The longest time that one attempt may take.
        @WithDefault("15s")
        @WithConverter(PositiveDuration.class)
        Duration timeout();

        /// The pause after the first failed attempt, which doubles from attempt to attempt.
        @WithDefault("5s")
        @WithConverter(PositiveDuration.class)
        Duration firstPause();

        /// The longest pause between two attempts.
        @WithDefault("15m")
        @WithConverter(PositiveDuration.class)
        Duration longestPause();

        /// The time after which a webhook that refuses an event is disabled.
        @WithDefault("3d")
        @WithConverter(PositiveDuration.class)
        Duration giveUpAfter();

        /// The time for which a former secret signs beside the new one.
        @WithDefault("1d")
        @WithConverter(PositiveDuration.class)
        Duration secretOverlap();

        /// The number of deliveries of one webhook that are kept to be read.
        @WithDefault("1000")
        @WithConverter(AtLeastOne.class)
        int keepDeliveries();
    }

    interface Quota {

        /// The number of calls a minute of one caller to an operation that is limited, such as
        /// testing a webhook. Further calls are refused with 429.
        @WithDefault("120")
        @WithConverter(AtLeastOne.class)
        int callsPerMinute();
    }

    interface AccessLog {

        /// The file of the access record. The record goes to the console where it is missing, one
        /// line of JSON with `"log":"access"` each.
        Optional<String> file();

        /// The number of entries that wait to be written. When so many wait, requests wait too.
        @WithDefault("10000")
        @WithConverter(AtLeastOne.class)
        int queueLength();
    }

    interface Chain {

        /// True when this instance takes part in chaining the event log and in checking it.
        @WithDefault("true")
        boolean enabled();

        /// The Ed25519 key that signs checkpoints: its 32 bytes (RFC 8032) as 64 hexadecimal
        /// digits. Without one nothing is signed.
        Optional<String> signingKey();

        /// The name of the key. Another key has another name.
        @WithDefault("1")
        String keyId();

        /// The verifier keys of former signing keys (`name+hash+key`), so that their checkpoints
        /// can still be checked.
        Optional<List<String>> formerKeys();

        /// The largest number of entries in a block.
        @WithDefault("1000")
        @WithConverter(AtLeastOne.class)
        int blockSize();

        /// The time between two looks for new entries to chain.
        @WithDefault("1s")
        @WithConverter(PositiveDuration.class)
        Duration interval();

        /// The largest number of entries that are chained in a second, when many wait.
        @WithDefault("5000")
        @WithConverter(AtLeastOne.class)
        int entriesPerSecond();

        /// The time between two checkpoints.
        @WithDefault("1m")
        @WithConverter(PositiveDuration.class)
        Duration checkpointInterval();

        /// The share of the time, in percent, that the running check works; it pauses in the rest.
        @WithDefault("10")
        @WithConverter(AtLeastOne.class)
        int checkShare();

        /// The time between two checks of everything, with all events on the topics, that the
        /// service does by itself.
        @WithDefault("24h")
        @WithConverter(PositiveDuration.class)
        Duration verificationInterval();

        /// The time between two rounds of the check.
        @WithDefault("10s")
        @WithConverter(PositiveDuration.class)
        Duration checkInterval();

        /// The head of the published checkpoint after which an old backup was restored on purpose:
        /// that the chain does not hold it is no finding then.
        Optional<String> acceptedCheckpoint();
    }
}
