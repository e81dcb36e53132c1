package cme.chassis;

import cme.chassis.startup.AtLeastOne;
import cme.chassis.startup.PositiveDuration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Settings of the mechanisms that every service shares.
@ConfigMapping(prefix = "cme.chassis")
public interface ChassisConfig {

    /// Requests in work at once; more are refused with 503.
    @WithDefault("512")
    @WithConverter(AtLeastOne.class)
    int maxRequestsInWork();

    /// A body has at most this size.
    @WithDefault("1M")
    MemorySize maxBody();

    /// A JSON body that is read as one value has at most this size: its tree takes many times the
    /// memory of its text.
    @WithDefault("256K")
    MemorySize maxJsonBody();

    /// How long a body may take to arrive; who is slower gets 408 and gives the place in work back.
    @WithDefault("2m")
    @WithConverter(PositiveDuration.class)
    Duration maxBodyTime();

    /// Roles that mean nothing without a claim that says for whom, such as `society` without
    /// `provider`: role to claim. A token without the claim does not have the role.
    Map<String, String> roleClaims();

    Topics topics();

    Publisher publisher();

    Projector projector();

    interface Topics {

        /// Partitions of a topic that a service creates; parallelism of its consumers.
        @WithDefault("12")
        @WithConverter(AtLeastOne.class)
        int partitions();

        /// Copies of each partition. One in the local stack; three where it matters.
        @WithDefault("1")
        short replicationFactor();

        /// Size of a message at most, its headers included. A change whose event would be larger is
        /// refused; the topic and the producer take what is not. The broker must be able to
        /// replicate it.
        @WithDefault("1M")
        MemorySize maxMessageSize();
    }

    interface Publisher {

        /// Whether this instance takes part in publishing.
        @WithDefault("true")
        boolean enabled();

        /// Events sent between two moves of the cursor.
        @WithDefault("2000")
        @WithConverter(AtLeastOne.class)
        int pageSize();

        /// How long the publisher sleeps when no notification wakes it.
        @WithDefault("500ms")
        @WithConverter(PositiveDuration.class)
        Duration pollInterval();

        /// How often an instance that does not publish tries to become the one that does.
        @WithDefault("1s")
        @WithConverter(PositiveDuration.class)
        Duration takeoverInterval();
    }

    interface Projector {

        /// Whether this instance consumes.
        @WithDefault("true")
        boolean enabled();

        /// In whose name this instance consumes; the service's unless it is one that shall see
        /// everything from the beginning, with a database of its own.
        Optional<String> group();

        /// Events applied in one transaction at most.
        @WithDefault("2000")
        @WithConverter(AtLeastOne.class)
        int batchSize();

        /// After this long without a heartbeat another instance takes the partitions over.
        @WithDefault("10s")
        @WithConverter(PositiveDuration.class)
        Duration sessionTimeout();

        /// How often an instance looks whether there is a rebuild to work on.
        @WithDefault("1s")
        @WithConverter(PositiveDuration.class)
        Duration rebuildInterval();
    }
}
