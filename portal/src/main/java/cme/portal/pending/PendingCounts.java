package cme.portal.pending;

import cme.portal.catalog.ActivityPage;
import cme.portal.catalog.ActivityPage.Facet;
import cme.portal.catalog.CatalogClient;
import cme.portal.compliance.ComplianceClient;
import cme.portal.credit.CreditClient;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Formats;
import cme.portal.page.PortalConfig;
import cme.portal.services.ServiceProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Counts what waits for the board: each kind by one bounded call, kept for some seconds for every
/// page of this instance. It is asked in the name of the board only, for whom the numbers are the
/// same.
@ApplicationScoped
public class PendingCounts {
    private static final int MOST_COUNTED = 100;
    private static final String WAITS = "PROPOSED";

    private final CreditClient credit;
    private final ComplianceClient compliance;
    private final CatalogClient catalog;
    private final Concurrently concurrently;
    private final Clock clock;
    private final Duration age;
    private final Map<Kind, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Amount amount, Instant until) {}

    PendingCounts(
            @RestClient CreditClient credit,
            @RestClient ComplianceClient compliance,
            @RestClient CatalogClient catalog,
            Concurrently concurrently,
            Clock clock,
            PortalConfig config) {
        this.credit = credit;
        this.compliance = compliance;
        this.catalog = catalog;
        this.concurrently = concurrently;
        this.clock = clock;
        this.age = config.pendingAge();
    }

    /// Everything that waits, as links.
    public Pending all(Formats formats) {
        return links(List.of(Kind.values()), formats);
    }

    /// What waits besides held rows.
    public Pending besidesHeldRows(Formats formats) {
        return links(
                Arrays.stream(Kind.values()).filter(kind -> kind != Kind.HELD_ROWS).toList(),
                formats);
    }

    private Pending links(List<Kind> kinds, Formats formats) {
        Map<Kind, Asked<Optional<Amount>>> asked = new EnumMap<>(Kind.class);
        kinds.forEach(kind -> asked.put(kind, concurrently.ask(() -> amount(kind))));
        Map<Kind, Amount> amounts = new EnumMap<>(Kind.class);
        asked.forEach(
                (kind, answer) -> answer.value().ifPresent(amount -> amounts.put(kind, amount)));
        return Pending.of(kinds, amounts, formats);
    }

    /// Empty while the service does not answer.
    Optional<Amount> amount(Kind kind) {
        Kept known = kept.get(kind);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Optional.of(known.amount());
        }
        try {
            Amount amount = count(kind);
            kept.put(kind, new Kept(amount, clock.instant().plus(age)));
            return Optional.of(amount);
        } catch (ServiceProblem problem) {
            if (!problem.isOutage()) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private Amount count(Kind kind) {
        return switch (kind) {
            case HELD_ROWS ->
                    Amount.of(credit.heldRows(null, null, null, null, null, 1, null).total());
            case CORRECTIONS -> Amount.of(credit.proposals(null, WAITS, MOST_COUNTED, null));
            case CONTRADICTIONS -> Amount.of(compliance.mergeContradictions(MOST_COUNTED, null));
            case ACTIVITIES ->
                    activities(
                            catalog.activities(
                                    null, null, null, WAITS, null, null, null, true, 1, null));
        };
    }

    /// Every activity has one type, so their counts are the number of all.
    private static Amount activities(ActivityPage proposals) {
        return Amount.of(
                proposals.facets() == null
                        ? proposals.items().size()
                        : proposals.facets().type().stream().mapToLong(Facet::count).sum());
    }

    /// After a decision, so that the next page does not show the number before it.
    public void changed() {
        kept.clear();
    }
}
