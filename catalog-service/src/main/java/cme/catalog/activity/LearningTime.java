package cme.catalog.activity;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long an activity takes a learner, in whole minutes.
///
/// @param minutes 1 to 60,000 (1,000 hours)
public record LearningTime(int minutes) {

    public static final String FORM =
            "A duration is written PT1H30M, or 90 for so many minutes: 1 minute to 1,000 hours,"
                    + " in whole minutes.";

    private static final int MOST_MINUTES = 60_000;

    public LearningTime {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("The learning time is " + minutes + " minutes");
        }
    }

    /// Reads `PT1H30M` or a number of minutes; empty for anything else.
    public static Optional<LearningTime> read(String text) {
        try {
            Duration duration =
                    text.matches("[0-9]{1,9}")
                            ? Duration.ofMinutes(Long.parseLong(text))
                            : Duration.parse(text.toUpperCase(Locale.ROOT));
            long minutes = duration.toMinutes();
            boolean whole = duration.equals(Duration.ofMinutes(minutes));
            return whole && minutes >= 1 && minutes <= MOST_MINUTES
                    ? Optional.of(new LearningTime((int) minutes))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static @Nullable LearningTime ofMinutes(@Nullable Integer minutes) {
        return minutes == null ? null : new LearningTime(minutes);
    }

    static @Nullable Integer minutes(@Nullable LearningTime time) {
        return time == null ? null : time.minutes;
    }

    /// ISO 8601, such as `PT1H30M`.
    static @Nullable String text(@Nullable LearningTime time) {
        return time == null ? null : Duration.ofMinutes(time.minutes).toString();
    }
}
