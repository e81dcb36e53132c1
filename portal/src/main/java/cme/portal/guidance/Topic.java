package cme.portal.guidance;

import cme.portal.catalog.Guidance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One topic of the board's help, as pages show it.
///
/// @param text without addresses; these are links
/// @param links such as the website of a society
/// @param source where it comes from, and what is still open
public record Topic(
        String id, String title, String text, List<String> steps, List<Link> links, String source) {

    /// The text names lists of the catalog by the address of the service.
    private static final Pattern OF_THE_SERVICE =
            Pattern.compile("(?::| at)? /v1(/\\S*?)(?=\\.?(?:\\s|$))");

    private static final String ALIGNED = "/tracer-procedures/aligned-activities";

    /// @param href null until the board has set it
    /// @param outside whether it leads to another site
    public record Link(String title, @Nullable String href, boolean outside) {}

    public static Topic of(Guidance guidance) {
        List<Link> links = new ArrayList<>();
        Matcher named = OF_THE_SERVICE.matcher(guidance.text());
        while (named.find()) {
            links.add(own(named.group(1)));
        }
        guidance.links().forEach(link -> links.add(new Link(link.title(), web(link.url()), true)));
        return new Topic(
                guidance.topic(),
                guidance.title(),
                OF_THE_SERVICE.matcher(guidance.text()).replaceAll(""),
                guidance.steps(),
                List.copyOf(links),
                guidance.source());
    }

    /// The page of this topic.
    public String path() {
        return "/guidance/" + id;
    }

    private static Link own(String path) {
        if (path.startsWith(ALIGNED)) {
            return new Link("Activities by tracer procedure", "/tracers", false);
        }
        return new Link(
                path.contains("PATIENT_SAFETY")
                        ? "The board's patient-safety list"
                        : "The list in the catalog",
                path,
                false);
    }

    /// Nothing but an address of the web becomes a link.
    private static @Nullable String web(@Nullable String url) {
        return url != null && (url.startsWith("https://") || url.startsWith("http://"))
                ? url
                : null;
    }
}
