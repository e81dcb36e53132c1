package cme.portal.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// Limits and secrets of the portal.
@ConfigMapping(prefix = "cme.portal")
public interface PortalConfig {

    /// Encrypts session cookies and signs the tokens of forms. At least 32 characters, the same for
    /// all instances; who changes it signs everybody out.
    String cookieSecret();

    /// Ends the names of cookies, where several portals share a host.
    @WithDefault("")
    Optional<String> cookieSuffix();

    /// Where people sign in, if that is another origin than the portal's: forms may lead there.
    Optional<String> signInAddress();

    /// Days are the board's, whatever clock the reader has.
    @WithDefault("America/New_York")
    ZoneId zone();

    /// Rows of a list on one page, 1 to 200.
    @WithDefault("50")
    int pageSize();

    /// Files of all visitors that wait to be posted, 1 or more. Beyond that the oldest is put away.
    @WithDefault("32")
    int uploads();

    /// How long a file waits to be posted.
    @WithDefault("30M")
    Duration uploadAge();
}
