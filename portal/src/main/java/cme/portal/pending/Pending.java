package cme.portal.pending;

import cme.portal.page.Formats;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Links to what waits for the board, with how much of each.
public record Pending(List<Link> links) {

    /// @param count null while its service does not answer
    public record Link(String label, String href, @Nullable String count) {}

    /// @param amounts those that are known
    static Pending of(List<Kind> kinds, Map<Kind, Amount> amounts, Formats formats) {
        return new Pending(
                kinds.stream()
                        .map(
                                kind -> {
                                    Amount amount = amounts.get(kind);
                                    return new Link(
                                            kind.label(),
                                            kind.path(),
                                            amount == null ? null : amount.words(formats));
                                })
                        .toList());
    }
}
