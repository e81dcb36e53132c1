package cme.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The bytes that a browser has loaded for its open page, as they came over the wire, and how much
/// of the page moved while they came.
///
/// @param everything bytes of the page and all its files; a file from the browser's memory has none
/// @param scripts bytes of these alone
/// @param shift the cumulative layout shift: the part of the screen that moved, times how far
/// @param moved the beginnings of what moved, as a reader would find them
record PageWeight(long everything, long scripts, double shift, List<String> moved) {

    /// A page and all its files may have 130 kB when nothing is known yet, its scripts 35 kB of
    /// them (web design, section 9).
    private static final int FIRST_VIEW = 130_000;

    private static final int SCRIPTS = 35_000;
    private static final int LATER_VIEW = 15_000;

    /// Less is 0 in the two decimals in which browsers tell it.
    private static final double NOTHING_MOVED = 0.005;

    /// Loads are known to the browser by what came over the wire: nothing for what it had.
    private static final String MEASURE =
            """
            async () => {
              await document.fonts.ready;
              let shift = 0;
              const moved = [];
              const add = (entries) =>
                entries
                  .filter((entry) => !entry.hadRecentInput)
                  .forEach((entry) => {
                    shift += entry.value;
                    moved.push(...entry.sources.map(({ node }) => (node?.textContent ?? "").trim().slice(0, 30)));
                  });
              const observer = new PerformanceObserver((list) => add(list.getEntries()));
              observer.observe({ type: "layout-shift", buffered: true });
              await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
              add(observer.takeRecords());
              const loads = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
              const bytes = (some) => some.reduce((sum, one) => sum + (one.transferSize ? one.encodedBodySize : 0), 0);
              return {
                everything: bytes(loads),
                scripts: bytes(loads.filter((one) => one.name.endsWith(".js"))),
                shift,
                moved,
              };
            }
            """;

    static PageWeight of(Page page) {
        // Scripts can move the page by what they ask for when it is here.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Map<?, ?> measured = (Map<?, ?>) page.evaluate(MEASURE);
        return new PageWeight(
                number(measured, "everything").longValue(),
                number(measured, "scripts").longValue(),
                number(measured, "shift").doubleValue(),
                ((List<?>) measured.get("moved")).stream().map(String::valueOf).toList());
    }

    private static Number number(Map<?, ?> measured, String name) {
        return (Number) measured.get(name);
    }

    /// What is over the limits of a first view, in sentences that name the page.
    List<String> excessOfAFirstView(String path) {
        return excess(path, FIRST_VIEW);
    }

    /// What is over the limits of a view whose files the browser has.
    List<String> excessOfALaterView(String path) {
        return excess(path, LATER_VIEW);
    }

    private List<String> excess(String path, int limit) {
        return Stream.of(
                        over(everything, limit, path + " has bytes: "),
                        over(scripts, SCRIPTS, path + " has bytes of scripts: "),
                        shift > NOTHING_MOVED
                                ? Stream.of(path + " moves: " + shift + " " + moved)
                                : Stream.<String>empty())
                .flatMap(one -> one)
                .toList();
    }

    private static Stream<String> over(long bytes, int limit, String words) {
        return bytes > limit ? Stream.of(words + bytes) : Stream.empty();
    }
}
