package cme.chassis.kafka;

import static cme.chassis.kafka.KafkaConnection.answer;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/// The largest message that a topic accepts. If its service writes a larger one, all events behind
/// it are held up.
record TopicLimit(ConfigResource topic, int bytes, Admin admin) {

    static TopicLimit of(String name, Admin admin) {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = answer(admin.describeConfigs(List.of(topic)).all()).get(topic);
        String bytes = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value();
        return new TopicLimit(topic, Integer.parseInt(bytes), admin);
    }

    /// Raises the limit and never lowers it, because somebody may have raised it for a reason.
    void raiseTo(int wanted) {
        if (bytes < wanted) {
            var entry =
                    new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(wanted));
            var raise = new AlterConfigOp(entry, AlterConfigOp.OpType.SET);
            answer(admin.incrementalAlterConfigs(Map.of(topic, List.of(raise))).all());
        }
    }
}
