package cme.stack.kafka;

/// The broker's settings, written afresh at every start: the data folder's ports may have changed.
final class BrokerSettings {
    private BrokerSettings() {}

    private static final int FLUSH_MS = 200;

    /// @param advertisedPort where clients are sent after their first question
    /// @param durable whether what was acknowledged is written through to the disk soon after. A
    ///   killed broker loses nothing either way, but with one copy only, a power failure would lose
    ///   what the disk does not have. Before each acknowledgement, as PostgreSQL does it, would be
    ///   safer still; it was measured to cost five sixths of the throughput (190k against 29k
    ///   events a second)
    static String text(int port, int controllerPort, int advertisedPort, boolean durable) {
        return """
        # Written by the local stack at every start; changes here are lost.
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%4$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        # relative to the working directory, so that no comma in a path is taken for a list
        log.dirs=log
        # the services create their topics and say how
        auto.create.topics.enable=false
        default.replication.factor=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        log.retention.ms=-1
        log.flush.interval.ms=%3$s
        log.flush.scheduler.interval.ms=%3$s
        # without waiting for members that are not there
        group.initial.rebalance.delay.ms=0
        # fault tests want to see a consumer lose its partitions soon
        group.min.session.timeout.ms=1000
        # after a kill -9 the broker's own old session must run out first: 12 s by default
        broker.session.timeout.ms=2000
        broker.heartbeat.interval.ms=500
        """
                .formatted(
                        port, controllerPort, durable ? FLUSH_MS : Long.MAX_VALUE, advertisedPort);
    }
}
