package cme.catalog.directory;

import cme.catalog.activity.Description.OncePer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The format of an activity in a directory (the formats of the ACCME). It decides how often the
/// activity counts: material that stays available counts once in a window, an event on each date.
enum DirectoryFormat {
    ENDURING_MATERIAL(OncePer.WINDOW),
    INTERNET_ENDURING_MATERIAL(OncePer.WINDOW),
    INTERNET_SEARCHING_AND_LEARNING(OncePer.DATE),
    JOURNAL_BASED_CME(OncePer.WINDOW),
    COURSE(OncePer.DATE),
    LIVE_ACTIVITY(OncePer.DATE),
    LIVE_COURSE(OncePer.DATE),
    INTERNET_LIVE_COURSE(OncePer.DATE),
    REGULARLY_SCHEDULED_SERIES(OncePer.DATE),
    COMMITTEE_LEARNING(OncePer.DATE),
    LEARNING_FROM_TEACHING(OncePer.DATE),
    MANUSCRIPT_REVIEW(OncePer.DATE),
    PERFORMANCE_IMPROVEMENT(OncePer.WINDOW),
    TEST_ITEM_WRITING(OncePer.DATE),
    OTHER(OncePer.WINDOW);

    private final OncePer oncePer;

    DirectoryFormat(OncePer oncePer) {
        this.oncePer = oncePer;
    }

    OncePer oncePer() {
        return oncePer;
    }

    /// Ignores case and the characters between words.
    static Optional<DirectoryFormat> of(String text) {
        String name = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        return Arrays.stream(values()).filter(format -> format.name().equals(name)).findFirst();
    }

    static String known() {
        return Arrays.stream(values())
                .map(f -> f.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
