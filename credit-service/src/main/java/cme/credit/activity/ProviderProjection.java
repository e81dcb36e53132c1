package cme.credit.activity;

import cme.chassis.projector.Projection;
import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Keeps the copy of the catalog's providers.
@Singleton
final class ProviderProjection implements Projection<Provider> {

    private final Providers providers;

    ProviderProjection(Providers providers) {
        this.providers = providers;
    }

    @Override
    public String topic() {
        return "catalog.providers.v1";
    }

    @Override
    public Provider read(ReceivedEvent event) throws UnreadableEvent {
        if (!"cme.catalog.provider.changed".equals(event.type())) {
            throw new UnreadableEvent("Unknown type " + event.type());
        }
        return event.as(Provider.class);
    }

    @Override
    public void apply(Handle transaction, List<Provider> events) {
        providers.put(transaction, events);
    }
}
