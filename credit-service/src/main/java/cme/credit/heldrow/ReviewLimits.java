package cme.credit.heldrow;

import cme.chassis.startup.AtLeastOne;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

import java.math.BigDecimal;

/// From when on the board looks first at something that is posted outside the catalog.
@ConfigMapping(prefix = "cme.credit.review")
public interface ReviewLimits {
    /// More credits than these in one posting are looked at.
    @WithDefault("60.00")
    BigDecimal credits();

    /// The board looks at completions of longer ago than that: they lie before every window of the
    /// rule sets.
    @WithDefault("5")
    @WithConverter(AtLeastOne.class)
    int years();
}
