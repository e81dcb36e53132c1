package cme.compliance.calendar;

import cme.chassis.database.Transactions;
import cme.chassis.http.Deletion;
import cme.chassis.http.ETag;
import cme.chassis.problem.NoSuchResource;
import cme.compliance.ComplianceConfig;
import cme.compliance.assessment.AssessmentInputs;
import cme.compliance.assessment.StatusQuestion;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.person.Persons;
import cme.compliance.rules.DiplomateId;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Adds and revokes the calendar feeds of a diplomate.
@Singleton
class CalendarFeedService {

    private final Transactions transactions;
    private final Diplomates diplomates;
    private final CalendarFeeds feeds;
    private final AssessmentInputs inputs;
    private final Persons persons;
    private final BoardClock clock;
    private final int maxFeeds;

    CalendarFeedService(
            Transactions transactions,
            Diplomates diplomates,
            CalendarFeeds feeds,
            AssessmentInputs inputs,
            Persons persons,
            BoardClock clock,
            ComplianceConfig config) {
        this.transactions = transactions;
        this.diplomates = diplomates;
        this.feeds = feeds;
        this.inputs = inputs;
        this.persons = persons;
        this.clock = clock;
        this.maxFeeds = config.calendar().maxFeeds();
    }

    /// @throws NoSuchResource when the diplomate has no cycle
    CalendarFeedOutcome add(DiplomateId diplomate, String by) {
        inputs.of(diplomate, StatusQuestion.OF_TODAY);
        FeedSecret secret = FeedSecret.random();
        return transactions.call(
                transaction -> {
                    diplomates.lock(transaction, Set.of(diplomate));
                    if (feeds.activeOf(diplomate).size() >= maxFeeds) {
                        return new CalendarFeedOutcome.TooMany(maxFeeds);
                    }
                    var feed = new CalendarFeed(diplomate, secret, clock.now(), by);
                    feeds.persistAndFlush(feed);
                    return new CalendarFeedOutcome.Added(feed.view(), secret);
                });
    }

    /// @throws NoSuchResource when the diplomate never had the feed
    CalendarFeedOutcome revoke(DiplomateId diplomate, UUID id, Deletion wish, String by) {
        return transactions.call(
                transaction -> {
                    diplomates.lock(transaction, Set.of(diplomate));
                    CalendarFeed feed = find(diplomate, id);
                    if (feed.isRevoked()) {
                        return new CalendarFeedOutcome.Revoked();
                    }
                    if (!wish.ifMatch().matches(feed.revision())) {
                        return new CalendarFeedOutcome.Stale(ETag.of(feed.revision()));
                    }
                    feed.revoke(wish.reason(), clock.now(), by);
                    feeds.flush();
                    return new CalendarFeedOutcome.Revoked();
                });
    }

    private CalendarFeed find(DiplomateId diplomate, UUID id) {
        return feeds.findByIdOptional(id)
                .filter(feed -> feed.isOf(diplomate))
                .orElseThrow(() -> new NoSuchResource("There is no such calendar feed."));
    }

    List<CalendarFeedView> activeOf(DiplomateId diplomate) {
        return feeds.activeOf(diplomate).stream().map(CalendarFeed::view).toList();
    }

    /// The diplomate whose deadlines the secret opens. A wrong secret costs as much as a right one:
    /// a hash and one look into an index. After a merge it is the diplomate who remains.
    Optional<DiplomateId> diplomateOf(FeedSecret secret) {
        return feeds.activeWith(secret).map(CalendarFeed::diplomate).map(persons::remaining);
    }
}
