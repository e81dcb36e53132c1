package cme.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// A meeting system, or the board's staff: posts, posts again, corrects and withdraws, one request
/// after the other. Its actions follow from the seed alone; acknowledged requests go to the
/// journal.
final class Client implements Runnable {

    private static final long LONGEST_PAUSE_NANOS = 120_000_000;

    private final PostingAccount account;
    private final Random random;
    private final List<String> shared;
    private final SinglePosts posts;
    private final Rosters rosters;
    private final CorrectingClient changes;

    /// @param name different for every client and seed; what it posts is named after it
    /// @param shared completions that other clients of the same poster change too
    Client(
            String name,
            PostingAccount account,
            List<String> shared,
            Random random,
            Journal journal) {
        this.account = account;
        this.random = random;
        this.shared = shared;
        var own = new ArrayList<Posting>();
        this.posts = new SinglePosts(name, account, own, random, journal);
        this.rosters = new Rosters(name, account, own, random, journal);
        this.changes = new CorrectingClient(name, account, journal);
    }

    @Override
    public void run() {
        act(random.nextInt(100));
        LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE_NANOS));
    }

    private void act(int dice) {
        if (dice < 34) {
            posts.post();
        } else if (dice < 42) {
            posts.again();
        } else if (dice < 46) {
            posts.otherContent();
        } else if (dice < 58) {
            rosters.post();
        } else if (dice < 62) {
            rosters.again();
        } else if (dice < 65) {
            changes.withdrawRoster(rosters.forget());
        } else if (dice < 82) {
            changes.correct(posts.any(), content());
        } else if (dice < 90) {
            changes.correct(anyShared(), content());
        } else if (dice < 96) {
            changes.withdraw(posts.any());
        } else {
            changes.withdraw(anyShared());
        }
    }

    private Content content() {
        return Content.random(random, account.activities());
    }

    private String anyShared() {
        return shared.get(random.nextInt(shared.size()));
    }
}
