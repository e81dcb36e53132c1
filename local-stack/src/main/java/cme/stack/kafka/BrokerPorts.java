package cme.stack.kafka;

/// The ports of one broker.
///
/// @param clients where it listens to clients and to the other brokers
/// @param controller where it listens to the other controllers
/// @param advertised where clients are sent after their first question, when that is not where the
///   broker listens
public record BrokerPorts(int clients, int controller, int advertised) {

    public BrokerPorts(int clients, int controller) {
        this(clients, controller, clients);
    }
}
