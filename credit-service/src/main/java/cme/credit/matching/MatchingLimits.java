package cme.credit.matching;

import cme.chassis.startup.AtLeastOne;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

import java.util.Map;

/// How often a society may ask about people whom it does not know (domain, section 4, "Asking who
/// somebody is").
@ConfigMapping(prefix = "cme.credit.matching")
public interface MatchingLimits {
    /// The misses that a provider gets back within a day, evenly.
    @WithDefault("5000")
    @WithConverter(AtLeastOne.class)
    int missesPerDay();

    /// The most misses of a provider at once, and so the most in one dry run.
    @WithDefault("5000")
    @WithConverter(AtLeastOne.class)
    int missesAtOnce();

    /// Both numbers of a single provider, by its code, in any case.
    Map<String, Integer> missesOf();
}
