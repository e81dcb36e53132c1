package cme.portal.pending;

import cme.portal.page.Formats;
import cme.portal.services.Paged;

/// How many there are.
///
/// @param more whether there are more than could be counted in one call
record Amount(long number, boolean more) {

    /// Of a list that comes without its total.
    static Amount of(Paged<?> page) {
        return new Amount(page.items().size(), page.nextCursor() != null);
    }

    static Amount of(long number) {
        return new Amount(number, false);
    }

    /// Such as `40`, or `100+` where they were not all counted.
    String words(Formats formats) {
        return formats.count(number) + (more ? "+" : "");
    }
}
