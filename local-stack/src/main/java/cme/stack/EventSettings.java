package cme.stack;

import cme.stack.kafka.Kafka;
import cme.stack.kafka.KafkaRight;
import cme.stack.process.DataFolder;
import cme.stack.service.Service;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The settings of a service for its events: its login at the broker, and the keys that sign the
/// events of the topics that it owns or reads.
final class EventSettings {

    private static final String KEY_ID = "local";

    private EventSettings() {}

    static Map<String, String> of(Service service, Kafka kafka, DataFolder folder) {
        var settings = new HashMap<String, String>();
        kafka.login(service.module())
                .settings()
                .forEach((name, value) -> settings.put("KAFKA_" + variable(name), value));
        KafkaRight.ofServices().stream()
                .filter(right -> right.user().equals(service.module()))
                .map(KafkaRight::eventOwner)
                .distinct()
                .forEach(
                        owner ->
                                settings.put(
                                        "CME_CHASSIS_EVENTS_KEYS_" + variable(owner),
                                        KEY_ID + ":" + key(folder, owner)));
        return settings;
    }

    private static String variable(String name) {
        return name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String key(DataFolder folder, String owner) {
        return folder.randomSecret("events-" + owner + ".key");
    }
}
