package cme.credit.privacy;

import cme.chassis.startup.PositiveDuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/// How long personal data are kept that nobody decides on any more.
@ConfigMapping(prefix = "cme.credit.retention")
public interface RetentionSettings {
    /// The time after which settled held rows and rows of rosters that were not recorded lose what
    /// was posted with them. Their outcomes stay.
    @WithDefault("400d")
    @WithConverter(PositiveDuration.class)
    Duration posted();

    /// The time between two looks for such rows.
    @WithDefault("1h")
    @WithConverter(PositiveDuration.class)
    Duration interval();
}
