package cme.chassis.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An address that begins with `https://` or `http://`, has a host and names no user.
public record WebAddress(URI uri) {

    /// Ends of names that lead nowhere else than into the own network (RFC 6761, RFC 6762, RFC
    /// 8375, and what networks use without a rule).
    private static final Set<String> OF_OWN_NETWORK =
            Set.of(
                    "localhost",
                    "localdomain",
                    "local",
                    "internal",
                    "intranet",
                    "private",
                    "corp",
                    "home",
                    "lan",
                    "arpa");

    /// The usual form of four numbers. Others, such as `0177.0.0.1`, are read as different
    /// addresses by different programs.
    private static final Pattern FOUR_NUMBERS =
            Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.(?!$)|$)){4}");

    /// @return empty when the text is no such address
    public static Optional<WebAddress> of(String text) {
        try {
            var uri = new URI(text);
            boolean isWeb =
                    uri.getHost() != null
                            && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                            && !uri.getRawAuthority().contains("@");
            return isWeb ? Optional.of(new WebAddress(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// False when the host is known not to be public: an address of a private range or in an
    /// unusual form, or a name of the own machine or network. Names are not resolved.
    public boolean isPublic() {
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (host.startsWith("[")) {
            return isPublicAddress(host.substring(1, host.length() - 1));
        }
        String end = host.substring(host.lastIndexOf('.') + 1);
        // A name ends with a word (RFC 3696, section 2), so that this is an address.
        if (end.isEmpty() || Character.isDigit(end.charAt(0))) {
            return FOUR_NUMBERS.matcher(host).matches() && isPublicAddress(host);
        }
        return !end.equals(host) && !OF_OWN_NETWORK.contains(end);
    }

    private static boolean isPublicAddress(String literal) {
        try {
            return PublicAddress.is(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException outOfRange) {
            return false;
        }
    }
}
