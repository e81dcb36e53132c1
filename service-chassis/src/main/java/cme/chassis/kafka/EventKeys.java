package cme.chassis.kafka;

import cme.chassis.ChassisConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Signs events and checks them. Keys belong to the owner of a topic, whose name the topic begins
/// with: a key of `catalog` says nothing on the topics of `credit`.
@Singleton
public class EventKeys {

    /// The attribute that holds the code, in base64.
    public static final String MAC = "ce_mac";

    /// The attribute that names the key.
    public static final String KEY_ID = "ce_mackeyid";

    /// The headers that an event may have and that matter: the signed ones and the signature.
    public static final Set<String> ATTRIBUTES =
            Stream.concat(EventMac.ATTRIBUTES.stream(), Stream.of(MAC, KEY_ID))
                    .collect(Collectors.toUnmodifiableSet());

    private static final String SETTING = "CME_CHASSIS_EVENTS_KEYS_";

    /// An id that a header can hold, and a secret of at least 32 characters.
    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9-]{1,32}):(\\S{32,})");

    private final Map<String, SequencedMap<String, EventMac>> keys = new HashMap<>();

    @Inject
    EventKeys(ChassisConfig config) {
        this(config.events().keys());
    }

    /// @param byOwner the text of the setting, by owner
    public EventKeys(Map<String, String> byOwner) {
        byOwner.forEach((owner, text) -> keys.put(owner, parse(owner, text)));
    }

    private static SequencedMap<String, EventMac> parse(String owner, String text) {
        var parsed = new LinkedHashMap<String, EventMac>();
        for (String one : text.split(",")) {
            var key = KEY.matcher(one.strip());
            if (!key.matches()) {
                throw new ConfigurationException(
                        "%s%s must be id:secret, several with commas, each secret of at least 32 characters."
                                .formatted(SETTING, owner.toUpperCase(Locale.ROOT)));
            }
            byte[] secret = key.group(2).getBytes(StandardCharsets.UTF_8);
            parsed.put(key.group(1), EventMac.with(secret));
        }
        return parsed;
    }

    /// Throws unless there is a key for the events of the topic.
    ///
    /// @throws ConfigurationException that names the setting
    public void require(String topic) {
        if (!keys.containsKey(owner(topic))) {
            throw new ConfigurationException(
                    "%s%s is missing: the keys that sign the events of %s, as id:secret."
                            .formatted(SETTING, owner(topic).toUpperCase(Locale.ROOT), topic));
        }
    }

    private static String owner(String topic) {
        int end = topic.indexOf('.');
        return end < 0 ? topic : topic.substring(0, end);
    }

    /// Signs an event with the first key of its topic's owner.
    ///
    /// @param attributes the headers of the event by name
    /// @return the attributes, and those of the signature
    public Map<String, String> sign(
            String topic,
            @Nullable String key,
            Map<String, String> attributes,
            byte @Nullable [] value) {
        require(topic);
        Map.Entry<String, EventMac> current = keys.get(owner(topic)).firstEntry();
        byte[] mac = current.getValue().of(current.getKey(), topic, key, attributes, value);
        var signed = new LinkedHashMap<>(attributes);
        signed.put(MAC, Base64.getEncoder().encodeToString(mac));
        signed.put(KEY_ID, current.getKey());
        return signed;
    }

    /// True when a key of the topic's owner has signed exactly this event.
    public boolean isAuthentic(
            String topic,
            @Nullable String key,
            Map<String, String> attributes,
            byte @Nullable [] value) {
        String keyId = attributes.get(KEY_ID);
        String mac = attributes.get(MAC);
        SequencedMap<String, EventMac> accepted = keys.get(owner(topic));
        if (keyId == null || mac == null || accepted == null || !accepted.containsKey(keyId)) {
            return false;
        }
        byte[] expected = accepted.get(keyId).of(keyId, topic, key, attributes, value);
        return MessageDigest.isEqual(expected, decoded(mac));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
