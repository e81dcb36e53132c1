package cme.credit.completion;

import cme.credit.access.Poster;
import cme.credit.completion.Completion.Content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The postings that the board decided otherwise about, as far as they may be said again.
public final class Overruled {
    public static final Overruled NONE = new Overruled(Map.of());

    private final Map<Day, List<Posting>> postings;

    Overruled(Map<Day, List<Posting>> postings) {
        this.postings = Map.copyOf(postings);
    }

    /// A day of a diplomate, for whom a poster posts.
    public record Day(Poster poster, String diplomateId, LocalDate completedOn) {
        public static Day of(Poster poster, String diplomateId, Content content) {
            return new Day(poster, diplomateId, content.completedOn());
        }
    }

    /// @param externalId the poster's name of what the board decided about
    record Posting(String externalId, Attendance attendance) {}

    /// The poster's name of the posting that the content may say again of the diplomate; empty when
    /// the board has not decided about any. Another session and a change between activity and title
    /// are for the board to look at.
    ///
    /// @param day one of those that were read
    public Optional<String> by(Day day, Content content) {
        List<Posting> ofDay = postings.getOrDefault(day, List.of());
        if (ofDay.isEmpty()) {
            return Optional.empty();
        }
        Attendance said = Attendance.of(content);
        return ofDay.stream()
                .filter(posting -> posting.attendance().mayRestate(said))
                .map(Posting::externalId)
                .findFirst();
    }
}
