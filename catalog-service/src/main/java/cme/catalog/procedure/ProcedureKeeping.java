package cme.catalog.procedure;

import cme.catalog.activity.ProcedureCode;
import cme.catalog.words.Words;
import cme.chassis.eventlog.EventLog;
import cme.chassis.eventlog.NewEvent;
import cme.chassis.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Adds and changes tracer procedures. The change is logged with it; the topic does not carry it.
@Singleton
class ProcedureKeeping {

    static final String EVENT_TYPE = "cme.catalog.tracer-procedure.changed";

    /// What became of a put.
    sealed interface Outcome {

        record Created(TracerProcedure procedure) implements Outcome {}

        /// Replaced, or as it was already.
        record Kept(TracerProcedure procedure) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    private final Jdbi jdbi;
    private final TracerProcedures procedures;
    private final Words words;
    private final EventLog log;
    private final ObjectMapper mapper;
    private final Clock clock;

    ProcedureKeeping(
            Jdbi jdbi,
            TracerProcedures procedures,
            Words words,
            EventLog log,
            ObjectMapper mapper,
            Clock clock) {
        this.jdbi = jdbi;
        this.procedures = procedures;
        this.words = words;
        this.log = log;
        this.mapper = mapper;
        this.clock = clock;
    }

    /// @param refusal what keeps the caller from replacing a revision
    Outcome put(
            ProcedureCode code,
            TracerProcedureRequest said,
            String by,
            Function<Integer, Optional<Problem>> refusal) {
        return jdbi.inTransaction(
                transaction ->
                        procedures
                                .lock(transaction, code.value())
                                .map(current -> replace(transaction, current, said, by, refusal))
                                .orElseGet(() -> add(transaction, code, said, by)));
    }

    private Outcome add(
            Handle transaction, ProcedureCode code, TracerProcedureRequest said, String by) {
        var procedure = TracerProcedure.first(code, said, clock.instant());
        return save(transaction, procedure, by)
                ? new Outcome.Created(procedure)
                : new Outcome.Refused(Problem.preconditionRequired());
    }

    private Outcome replace(
            Handle transaction,
            TracerProcedure current,
            TracerProcedureRequest said,
            String by,
            Function<Integer, Optional<Problem>> refusal) {
        if (current.isAs(said)) {
            return new Outcome.Kept(current);
        }
        var refused = refusal.apply(current.revision());
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        var changed = current.followedBy(said, clock.instant());
        save(transaction, changed, by);
        words.refreshOfProcedure(transaction, current.code());
        return new Outcome.Kept(changed);
    }

    private boolean save(Handle transaction, TracerProcedure procedure, String by) {
        if (!procedures.save(transaction, procedure, by)) {
            return false;
        }
        try {
            var payload = mapper.writeValueAsString(procedure);
            var event =
                    new NewEvent(procedure.code(), EVENT_TYPE, payload, procedure.updatedAt(), by);
            log.append(transaction, List.of(event));
            return true;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tracer procedure cannot be written as JSON", e);
        }
    }
}
