package cme.portal.catalog;

import cme.portal.services.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The board's help with a requirement.
///
/// @param steps To be done in this order; empty where there are none
/// @param requirements The requirements that it helps with, as rule sets name them
/// @param source Where it comes from, and what is still open
public record Guidance(
        String topic,
        String title,
        String text,
        List<String> steps,
        List<Link> links,
        List<String> requirements,
        String source) {
    public Guidance {
        steps = Absent.list(steps);
        links = Absent.list(links);
        requirements = Absent.list(requirements);
    }

    /// A place to read on.
    ///
    /// @param url Null until the board has set it
    public record Link(String title, @Nullable String url) {}
}
