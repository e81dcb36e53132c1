package cme.portal.page;

import cme.portal.services.AccessToken;
import cme.portal.services.Asking;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Asks several services at once in the name of the visitor.
///
/// ```java
/// Asked<Status> status = concurrently.ask(() -> compliance.status(id, null, null, null));
/// Asked<Transcript> transcript = concurrently.ask(() -> credit.transcript(id, ...));
/// return StatusPage.of(status.value(), transcript.part());
/// ```
@ApplicationScoped
public class Concurrently {
    private final AccessToken visitor;

    Concurrently(AccessToken visitor) {
        this.visitor = visitor;
    }

    /// Begins to ask, on a virtual thread of its own.
    ///
    /// @param question asks a client; it has no request scope, so it does not use the visitor
    public <T> Asked<T> ask(Supplier<T> question) {
        Asking asking = Asking.current(visitor);
        var answer = new FutureTask<>(() -> asking.during(question));
        Thread.ofVirtual().name("asking").start(answer);
        return new Asked<>(answer);
    }
}
