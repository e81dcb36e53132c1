package cme.chassis.eventlog;

import java.util.Map;
import java.util.Set;

/// The topic on which a service publishes the logged events of some types. A service has one bean
/// of this type; events of other types stay in the log as its audit trail.
///
/// @param name for example `credit.completions.v1`
/// @param schemas the types of events that go there, each with the URI of the JSON Schema of its
///   payload. The URI names the version of the contract (see `docs/evolution.md`)
public record PublishedTopic(String name, Map<String, String> schemas) {

    public PublishedTopic {
        schemas = Map.copyOf(schemas);
    }

    public Set<String> types() {
        return schemas.keySet();
    }
}
