package cme.stack.kafka;

import cme.stack.process.DataFolder;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The broker's settings, written afresh at every start: the data folder's ports may have changed.
final class BrokerSettings {
    private BrokerSettings() {}

    private static final int FLUSH_MS = 200;

    /// The listener of services and people. The image for containers takes any name but those that
    /// begin with `SASL_`.
    private static final String CLIENTS = "CLIENTS";

    private static final String ALONE =
            """
            default.replication.factor=1
            offsets.topic.replication.factor=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            # after a kill -9 the broker's own old session must run out first: 9 s by default
            broker.session.timeout.ms=2000
            """;

    /// An acknowledged event is on two of three brokers at least.
    private static final String AMONG_OTHERS =
            """
            default.replication.factor=3
            min.insync.replicas=2
            offsets.topic.replication.factor=3
            transaction.state.log.replication.factor=3
            transaction.state.log.min.isr=2
            share.coordinator.state.topic.replication.factor=3
            share.coordinator.state.topic.min.isr=2
            # a broker that is silent for so long has its partitions led by others
            broker.session.timeout.ms=4000
            replica.lag.time.max.ms=10000
            # brokers that all end at once would wait for each other for minutes
            controlled.shutdown.enable=false
            # of a heap of 160 MB
            log.cleaner.dedupe.buffer.size=8388608
            """;

    /// The login of the broker itself, and of whoever tells it its users. It is a PLAIN one,
    /// because the users of SCRAM are data that a new broker does not have. Nobody but the super
    /// user can log in by PLAIN, and nothing but loopback carries it.
    static String plainLogin(DataFolder folder) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
                .formatted(
                        KafkaLogin.SUPER_USER, KafkaLogin.password(folder, KafkaLogin.SUPER_USER));
    }

    /// Nobody may do anything unless a right says so, and nobody is let in without a password.
    private static String closed(DataFolder folder) {
        return """
        listener.security.protocol.map=%1$s:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
        inter.broker.listener.name=%1$s
        sasl.mechanism.inter.broker.protocol=PLAIN
        sasl.mechanism.controller.protocol=PLAIN
        listener.name.clients.sasl.enabled.mechanisms=%2$s,PLAIN
        listener.name.clients.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
        listener.name.clients.plain.sasl.jaas.config=%3$s
        listener.name.controller.sasl.enabled.mechanisms=PLAIN
        listener.name.controller.plain.sasl.jaas.config=%3$s
        authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
        allow.everyone.if.no.acl.found=false
        super.users=User:%4$s
        """
                .formatted(
                        CLIENTS, KafkaLogin.MECHANISM, plainLogin(folder), KafkaLogin.SUPER_USER);
    }

    /// @param id of the broker, counted from 1
    /// @param cluster the ports of all brokers
    /// @param durable whether what was acknowledged is written through to the disk soon after. A
    ///   killed broker loses nothing either way, but with one copy only, a power failure would lose
    ///   what the disk does not have. Before each acknowledgement, as PostgreSQL does it, would be
    ///   safer still; it was measured to cost five sixths of the throughput (190k against 29k
    ///   events a second)
    static String text(DataFolder folder, int id, List<BrokerPorts> cluster, boolean durable) {
        BrokerPorts own = cluster.get(id - 1);
        return closed(folder)
                + """
        # Written by the local stack at every start; changes here are lost.
        process.roles=broker,controller
        node.id=%1$d
        controller.quorum.voters=%2$s
        controller.listener.names=CONTROLLER
        listeners=CLIENTS://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%4$d
        advertised.listeners=CLIENTS://127.0.0.1:%5$d
        # relative to the working directory, so that no comma in a path is taken for a list
        log.dirs=log
        # the services create their topics and say how
        auto.create.topics.enable=false
        offsets.topic.num.partitions=4
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.num.partitions=1
        log.retention.ms=-1
        log.flush.interval.ms=%6$s
        log.flush.scheduler.interval.ms=%6$s
        # without waiting for members that are not there
        group.initial.rebalance.delay.ms=0
        # fault tests want to see a consumer lose its partitions soon
        group.min.session.timeout.ms=1000
        broker.heartbeat.interval.ms=500
        """
                        .formatted(
                                id,
                                voters(cluster),
                                own.clients(),
                                own.controller(),
                                own.advertised(),
                                durable ? FLUSH_MS : Long.MAX_VALUE)
                + (cluster.size() == 1 ? ALONE : AMONG_OTHERS);
    }

    private static String voters(List<BrokerPorts> cluster) {
        return IntStream.rangeClosed(1, cluster.size())
                .mapToObj(id -> id + "@127.0.0.1:" + cluster.get(id - 1).controller())
                .collect(Collectors.joining(","));
    }
}
