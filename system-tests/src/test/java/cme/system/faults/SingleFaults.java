package cme.system.faults;

import cme.stack.process.StackProcess;
import cme.stack.service.Service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The faults of a system with one broker and one PostgreSQL, reached through relays.
final class SingleFaults extends FaultSchedule {

    private static final Duration HOLD = Duration.ofMillis(1_500);

    private final DatabaseSessions sessions;

    SingleFaults(FaultSystem plant, DatabaseSessions sessions, Random random) {
        super(plant, random);
        this.sessions = sessions;
    }

    @Override
    List<Fault> all() {
        var credit = plant().credit();
        var compliance = plant().compliance();
        var postgres = plant().stack().postgres();
        var kafka = plant().stack().kafka();
        var faults = new ArrayList<Fault>();
        faults.add(holdRosters());
        faults.add(kill("compliance-service", one(compliance)));
        faults.add(kill("everything", plant().stack().processes().toArray(StackProcess[]::new)));
        faults.add(kill("PostgreSQL", postgres));
        faults.add(zombiePublisher(one(credit)));
        faults.add(zombieConsumer(one(compliance)));
        faults.add(
                cut(
                        "PostgreSQL",
                        plant().relays().postgres()::cut,
                        plant().relays().postgres()::mend));
        faults.add(kill("Kafka", kafka));
        faults.add(kill("credit-service", one(credit)));
        faults.add(endSessions(Service.COMPLIANCE));
        faults.add(kill("catalog-service", plant().catalog()));
        faults.add(cut("Kafka", plant().relays().kafka()::cut, plant().relays().kafka()::mend));
        faults.add(endSessions(Service.CREDIT));
        faults.add(kill("compliance-service", compliance.getFirst(), compliance.getLast()));
        faults.add(kill("credit-service", credit.getFirst(), credit.getLast()));
        faults.add(kill("Kafka and PostgreSQL", kafka, postgres));
        return faults;
    }

    /// Rosters that have drawn the numbers of their events cannot go on; single posts draw higher
    /// ones and commit before them.
    private Fault holdRosters() {
        return Fault.momentary(
                "hold rosters that have drawn their numbers",
                () -> sessions.hold(Service.CREDIT, "roster_row", HOLD));
    }

    /// Freezes the process, perhaps in the middle of a transaction, until another one has its
    /// partitions; then lets it continue.
    private Fault zombieConsumer(StackProcess victim) {
        return frozen("consumer", victim::freeze, victim);
    }

    /// The database ends its sessions meanwhile, as it does with clients that are gone, so that
    /// another one publishes when it wakes.
    private Fault zombiePublisher(StackProcess victim) {
        Runnable inflict =
                () -> {
                    victim.freeze();
                    sessions.end(Service.CREDIT);
                };
        return frozen("publisher", inflict, victim);
    }

    private static Fault frozen(String what, Runnable inflict, StackProcess victim) {
        return new Fault(
                "SIGSTOP a " + what + " past its session",
                FaultSystem.SESSION_TIMEOUT.plusSeconds(2),
                inflict,
                victim::thaw);
    }

    private Fault cut(String what, Runnable cut, Runnable mend) {
        return new Fault("cut connections to " + what, outage(), cut, mend);
    }

    private Fault endSessions(Service service) {
        return Fault.momentary(
                "end database sessions of " + service.module(), () -> sessions.end(service));
    }
}
