package cme.chassis.chain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Looks whether the chain holds what was published of it.
final class PublishedCheck implements Check {

    private final CheckpointTopic topic;
    private final PublishedCheckpoint published;
    private final boolean isOfAll;

    /// @param isOfAll false for the last checkpoint alone
    PublishedCheck(CheckpointTopic topic, PublishedCheckpoint published, boolean isOfAll) {
        this.topic = topic;
        this.published = published;
        this.isOfAll = isOfAll;
    }

    @Override
    public Counted counted() {
        return Counted.CHECKPOINTS;
    }

    @Override
    public String place() {
        return topic.name();
    }

    /// @throws TopicOutOfReach when Kafka cannot be reached
    @Override
    public Step step(Handle handle) {
        return isOfAll ? all(handle) : last(handle);
    }

    private Step last(Handle handle) {
        Optional<Checkpoint> newest = topic.newest();
        var findings = new ArrayList<Finding>();
        published.disagreement(handle, newest).ifPresent(findings::add);
        if (published.isBehind(handle, newest)) {
            findings.add(published.behind());
        }
        return new Step(1, true, findings);
    }

    /// The first checkpoint that the chain does not hold tells where it was replaced.
    private Step all(Handle handle) {
        var findings = new ArrayList<Finding>();
        long compared = 0;
        Optional<Checkpoint> newest = Optional.empty();
        try (CheckpointTopic.Published checkpoints = topic.all()) {
            for (Iterator<Checkpoint> each = checkpoints.iterator(); each.hasNext(); ) {
                Checkpoint checkpoint = each.next();
                compared++;
                newest =
                        CheckpointTopic.newest(
                                Stream.concat(newest.stream(), Stream.of(checkpoint)));
                if (published.isAccepted(checkpoint)) {
                    findings.clear();
                } else if (findings.isEmpty()) {
                    published
                            .disagreement(handle, Optional.of(checkpoint))
                            .ifPresent(findings::add);
                }
            }
        }
        if (published.isBehind(handle, newest)) {
            findings.add(published.behind());
        }
        return new Step(compared, true, findings);
    }
}
