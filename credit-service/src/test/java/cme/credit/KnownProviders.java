package cme.credit;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The providers whose societies post in tests, as if the catalog had told of them.
@Singleton
public class KnownProviders {

    private final Jdbi jdbi;

    KnownProviders(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void start(@Observes StartupEvent start) {
        for (String code :
                List.of(
                        "ASPS",
                        "ASAPS",
                        "ASSH",
                        "IHI",
                        "PRS",
                        "ELSEWHERE",
                        "WALK",
                        "FEWMISSES",
                        "FEWPOSTINGS")) {
            add(code);
        }
    }

    public void add(String code) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "insert into provider values (?, 1) on conflict do nothing", code));
    }
}
