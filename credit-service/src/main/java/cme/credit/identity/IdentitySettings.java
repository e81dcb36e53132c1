package cme.credit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.regex.Pattern;

/// Settings of the register of diplomates.
@ConfigMapping(prefix = "cme.credit.identity")
public interface IdentitySettings {
    /// The form of the board's numbers. They have at most 40 letters, digits, points, hyphens and
    /// underscores in any case.
    @WithDefault("[A-Za-z0-9][A-Za-z0-9._-]*")
    Pattern numberForm();
}
