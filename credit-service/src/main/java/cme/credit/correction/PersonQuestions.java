package cme.credit.correction;

import cme.chassis.quota.RateLimits;
import cme.credit.access.Access;
import cme.credit.access.Poster;
import cme.credit.matching.MissQuota;
import cme.credit.matching.Questions;

import com.fasterxml.jackson.databind.JsonNode;

import jakarta.enterprise.context.RequestScoped;

import java.util.function.Function;
import java.util.stream.Stream;

/// Lets callers make corrections that name a person. Of a society each of them is a question, which
/// counts when it finds nobody.
@RequestScoped
class PersonQuestions {
    private final MissQuota misses;
    private final Access access;
    private final RateLimits rateLimits;

    PersonQuestions(MissQuota misses, Access access, RateLimits rateLimits) {
        this.misses = misses;
        this.access = access;
        this.rateLimits = rateLimits;
    }

    /// @param body of the correction
    <T> T ask(JsonNode body, Function<Questions, T> work) {
        String provider = access.poster().map(Poster::provider).orElse(null);
        if (Stream.of("diplomateId", "npi", "familyName").noneMatch(body::has)) {
            return work.apply(misses.ofSingles(provider));
        }
        MissQuota.Asked<T> asked = misses.ask(provider, false, work);
        if (asked.left() != null) {
            rateLimits.add(asked.left());
        }
        return asked.result();
    }
}
