package cme.chassis.chain;

/// A topic cannot be read, which says nothing about what is on it.
final class TopicOutOfReach extends RuntimeException {

    private static final long serialVersionUID = 1;

    TopicOutOfReach(String topic, Throwable cause) {
        super("Topic %s cannot be read: %s".formatted(topic, cause.getMessage()), cause);
    }
}
