package cme.credit.posting;

import cme.chassis.problem.Violation;
import cme.credit.activity.Activity;
import cme.credit.completion.Occasion;
import cme.credit.completion.Posted;
import cme.credit.completion.TimeOrderedId;
import cme.credit.matching.IdentityMatch;
import cme.credit.matching.IdentityMatch.HoldReason;
import cme.credit.matching.IdentityMatching;
import cme.credit.posting.KnownPosting.What;
import cme.credit.posting.Prepared.Whole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Judges posted completions one by one against what is known; touches no database.
///
/// What it decides on one stands for the next, so that a row which comes twice in one request is
/// recorded once.
final class Judge {
    private final Occasion occasion;
    private final Map<String, Activity> activities;
    private final Map<String, KnownPosting> standings;
    private final IdentityMatching identities;
    private final List<UUID> superseded = new ArrayList<>();

    /// @param standings what stands under the `externalId`s of the drafts
    Judge(
            Occasion occasion,
            Map<String, Activity> activities,
            Map<String, KnownPosting> standings,
            IdentityMatching identities) {
        this.occasion = occasion;
        this.activities = activities;
        this.standings = new HashMap<>(standings);
        this.identities = identities;
    }

    Verdict judge(Prepared prepared) {
        Draft draft = prepared.draft();
        Whole whole = prepared.whole();
        if (whole == null) {
            List<Violation> violations = new ArrayList<>(draft.violations());
            violations.addAll(CatalogChecks.check(draft, activity(draft), occasion.poster()));
            return new Verdict.Rejected(violations);
        }
        KnownPosting standing = standings.get(whole.posted().externalId());
        Verdict known = standing == null ? null : repeated(standing, whole.contentHash());
        if (known != null) {
            return known;
        }
        List<Violation> violations = CatalogChecks.check(draft, activity(draft), occasion.poster());
        if (!violations.isEmpty()) {
            return new Verdict.Rejected(violations);
        }
        if (standing != null) {
            superseded.add(heldRow(standing));
        }
        return fresh(whole);
    }

    /// Held rows whose place a mended posting has taken.
    List<UUID> superseded() {
        return superseded;
    }

    /// What stands now, with what was decided here.
    Map<String, KnownPosting> standings() {
        return standings;
    }

    /// Null when the posting is to be judged anew: it mends a held row, and nothing was recorded
    /// yet that would have to be corrected.
    private static @Nullable Verdict repeated(KnownPosting standing, UUID contentHash) {
        boolean same = standing.contentHash().equals(contentHash);
        return switch (standing.what()) {
            case What.Completed(UUID id) ->
                    same ? new Verdict.Duplicate(id) : new Verdict.Conflict(id, null);
            case What.Waiting(UUID id, HoldReason reason, boolean fresh) -> {
                if (same) {
                    yield new Verdict.Held(id, reason, null);
                }
                yield fresh ? new Verdict.Conflict(null, id) : null;
            }
            case What.Discarded(_, String reason) -> same ? discarded(reason) : null;
        };
    }

    private static Verdict discarded(String reason) {
        return new Verdict.Rejected(
                List.of(
                        new Violation(
                                "/externalId",
                                "held-row.discarded",
                                "The board has discarded this row: " + reason)));
    }

    private static UUID heldRow(KnownPosting standing) {
        return switch (standing.what()) {
            case What.Waiting(UUID id, _, _) -> id;
            case What.Discarded(UUID id, _) -> id;
            case What.Completed _ ->
                    throw new IllegalStateException("a completion is corrected, not superseded");
        };
    }

    private Verdict fresh(Whole whole) {
        Posted posted = whole.posted();
        UUID id = TimeOrderedId.at(occasion.at());
        return switch (identities.match(whole.claim())) {
            case IdentityMatch.Match(String diplomateId) -> {
                stands(whole, new What.Completed(id));
                yield new Verdict.Recorded(
                        occasion.completion(id, diplomateId, posted, provider(posted)),
                        whole.contentHash());
            }
            case HoldReason reason -> {
                stands(whole, new What.Waiting(id, reason, true));
                yield new Verdict.Held(
                        id, reason, occasion.heldRow(id, posted, provider(posted), reason));
            }
        };
    }

    private void stands(Whole whole, What what) {
        String externalId = whole.posted().externalId();
        standings.put(externalId, new KnownPosting(externalId, whole.contentHash(), what));
    }

    private @Nullable String provider(Posted posted) {
        if (occasion.poster().provider() != null) {
            return occasion.poster().provider();
        }
        Activity activity = posted.activity() == null ? null : activities.get(posted.activity());
        return activity == null ? posted.provider() : activity.provider();
    }

    private @Nullable Activity activity(Draft draft) {
        return draft.activity() == null ? null : activities.get(draft.activity());
    }
}
