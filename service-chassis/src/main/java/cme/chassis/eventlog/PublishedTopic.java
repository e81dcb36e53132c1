package cme.chassis.eventlog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The topic on which a service publishes the logged events of some types. A service has one bean
/// of this type; events of other types stay in the log as its audit trail.
///
/// @param name for example `credit.completions.v1`
/// @param schemas the types of events that go there, each with the URI of the JSON Schema of its
///   payload. The URI names the version of the contract (see `docs/evolution.md`)
/// @param others further topics, which are published and replayed together with this one. Feeds and
///   webhooks carry the events of this one only
public record PublishedTopic(
        String name, Map<String, String> schemas, List<PublishedTopic> others) {

    public PublishedTopic {
        schemas = Map.copyOf(schemas);
        others = List.copyOf(others);
    }

    public PublishedTopic(String name, Map<String, String> schemas) {
        this(name, schemas, List.of());
    }

    /// The types that go to this topic.
    public Set<String> types() {
        return schemas.keySet();
    }

    /// This topic and the further ones.
    Stream<PublishedTopic> all() {
        return Stream.concat(Stream.of(this), others.stream());
    }

    /// The types that go to this topic or a further one.
    Set<String> publishedTypes() {
        return all().flatMap(topic -> topic.types().stream()).collect(Collectors.toSet());
    }

    /// The topic that takes events of a published type.
    PublishedTopic taking(String type) {
        return all().filter(topic -> topic.types().contains(type)).findFirst().orElseThrow();
    }
}
