package cme.catalog.imports;

import cme.catalog.activity.OncePer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a directory says in which form an activity is given (the formats of the ACCME). It decides
/// how often the activity counts: what stays available once in a window, what happens on dates on
/// each date.
enum Format {
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

    Format(OncePer oncePer) {
        this.oncePer = oncePer;
    }

    OncePer oncePer() {
        return oncePer;
    }

    /// Whatever the case and the signs between the words.
    static Optional<Format> of(String text) {
        var name = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        return Arrays.stream(values()).filter(format -> format.name().equals(name)).findFirst();
    }

    static String known() {
        return Arrays.stream(values())
                .map(f -> f.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
