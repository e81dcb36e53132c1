package cme.chassis.chain;

import cme.chassis.ChassisConfig;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tells when the log does not agree with its chain, or is not chained any more.
///
/// It makes the service unwell and not unready: whoever altered a row could otherwise keep
/// everybody from posting, and taking requests does no harm to the evidence.
@Wellness
@Singleton
class ChainHealth implements HealthCheck {

    private static final int MAX_TOLD = 5;

    /// New entries are chained after a second; after this time something is in the way.
    private static final Duration STALLED_AFTER = Duration.ofMinutes(1);

    private final Findings findings;
    private final ChainProgress progress;
    private final boolean enabled;

    ChainHealth(Findings findings, ChainProgress progress, ChassisConfig config) {
        this.findings = findings;
        this.progress = progress;
        this.enabled = config.chain().enabled();
    }

    @Override
    public HealthCheckResponse call() {
        long found = findings.count();
        boolean isStalled = enabled && progress.stalled().compareTo(STALLED_AFTER) > 0;
        var health =
                HealthCheckResponse.named("event-log")
                        .status(found == 0 && !isStalled)
                        .withData("findings", found)
                        .withData("chain", isStalled ? "STALLED" : "GOES_ON");
        List<Finding> first = findings.open(MAX_TOLD);
        for (int i = 0; i < first.size(); i++) {
            Finding finding = first.get(i);
            health.withData(
                    "finding." + (i + 1),
                    "%s in %s, entry %d".formatted(finding.kind(), finding.place(), finding.seq()));
        }
        return health.build();
    }
}
