package cme.catalog.provider;

import cme.catalog.activity.ProviderCode;
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

/// Adds and renames providers. The change is logged with it; the topic does not carry it.
@Singleton
class ProviderKeeping {

    static final String EVENT_TYPE = "cme.catalog.provider.changed";

    /// What became of a put.
    sealed interface Outcome {

        record Created(Provider provider) implements Outcome {}

        /// Replaced, or as it was already.
        record Kept(Provider provider) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    private final Jdbi jdbi;
    private final Providers providers;
    private final Words words;
    private final EventLog log;
    private final ObjectMapper mapper;
    private final Clock clock;

    ProviderKeeping(
            Jdbi jdbi,
            Providers providers,
            Words words,
            EventLog log,
            ObjectMapper mapper,
            Clock clock) {
        this.jdbi = jdbi;
        this.providers = providers;
        this.words = words;
        this.log = log;
        this.mapper = mapper;
        this.clock = clock;
    }

    /// @param refusal what keeps the caller from replacing a revision
    Outcome put(
            ProviderCode code,
            ProviderRequest said,
            String by,
            Function<Integer, Optional<Problem>> refusal) {
        return jdbi.inTransaction(
                transaction ->
                        providers
                                .lock(transaction, code.value())
                                .map(current -> replace(transaction, current, said, by, refusal))
                                .orElseGet(() -> add(transaction, code, said, by)));
    }

    private Outcome add(Handle transaction, ProviderCode code, ProviderRequest said, String by) {
        var provider = Provider.first(code, said, clock.instant());
        return save(transaction, provider, by)
                ? new Outcome.Created(provider)
                : new Outcome.Refused(Problem.preconditionRequired());
    }

    private Outcome replace(
            Handle transaction,
            Provider current,
            ProviderRequest said,
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
        words.refreshOfProvider(transaction, current.code());
        return new Outcome.Kept(changed);
    }

    private boolean save(Handle transaction, Provider provider, String by) {
        if (!providers.save(transaction, provider, by)) {
            return false;
        }
        try {
            var payload = mapper.writeValueAsString(provider);
            var event =
                    new NewEvent(provider.code(), EVENT_TYPE, payload, provider.updatedAt(), by);
            log.append(transaction, List.of(event));
            return true;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A provider cannot be written as JSON", e);
        }
    }
}
