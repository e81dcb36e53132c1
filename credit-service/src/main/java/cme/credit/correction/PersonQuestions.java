package cme.credit.correction;

import cme.chassis.quota.RateLimits;
import cme.credit.access.Access;
import cme.credit.access.Poster;
import cme.credit.completion.BoardCalendar;
import cme.credit.matching.MissQuota;
import cme.credit.matching.Questions;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;

/// Lets callers make corrections that name a person. Of a society each of them is a question, which
/// counts when it finds nobody.
@RequestScoped
class PersonQuestions {
    private final MissQuota misses;
    private final Access access;
    private final RateLimits rateLimits;
    private final Clock clock;

    PersonQuestions(MissQuota misses, Access access, RateLimits rateLimits, Clock clock) {
        this.misses = misses;
        this.access = access;
        this.rateLimits = rateLimits;
        this.clock = clock;
    }

    /// @param body of the correction
    <T> T ask(JsonNode body, Function<Questions, T> work) {
        String provider = access.poster().map(Poster::provider).orElse(null);
        LocalDate today = BoardCalendar.today(clock.instant());
        if (Stream.of("diplomateId", "npi", "familyName").noneMatch(body::has)) {
            return work.apply(Questions.ofSingles(provider, today, 0));
        }
        MissQuota.Asked<T> asked =
                misses.ask(
                        provider,
                        allowance -> Questions.ofSingles(provider, today, allowance),
                        work);
        if (asked.left() != null) {
            rateLimits.add(asked.left());
        }
        return asked.result();
    }
}
