package cme.chassis.eventlog;

import java.util.Set;

/// The topic on which a service publishes the logged events of some types. A service has one bean
/// of this type; events of other types stay in the log as its audit trail.
///
/// @param name for example `credit.completions.v1`
/// @param types the types of events that go there
public record PublishedTopic(String name, Set<String> types) {

    public PublishedTopic {
        types = Set.copyOf(types);
    }
}
