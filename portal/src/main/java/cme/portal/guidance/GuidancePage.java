package cme.portal.guidance;

import cme.portal.catalog.Guidance;
import cme.portal.page.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The topics that help with one requirement, or all of them, or one alone.
///
/// @param lead null where the title says everything
/// @param topics in the order of their titles
public record GuidancePage(String title, @Nullable String lead, List<Topic> topics) {

    /// @param requirement null for every topic
    static GuidancePage of(@Nullable String requirement, List<Guidance> found) {
        return new GuidancePage(
                requirement == null ? "How to earn what is asked" : Words.requirement(requirement),
                "The board's help, and where each word of it comes from.",
                found.stream().map(Topic::of).toList());
    }

    static GuidancePage of(Guidance one) {
        return new GuidancePage(one.title(), null, List.of(Topic.of(one)));
    }

    /// Whether the page is about one topic, whose title is that of the page.
    public boolean isOfOne() {
        return lead == null;
    }
}
