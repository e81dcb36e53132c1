package cme.credit.posting;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/// Groups requests that arrive while another group is being served into one transaction. A request
/// that arrives alone is served at once: no request waits for others to arrive.
///
/// The first member of a group does the work of all, in its own thread, and then wakes the first
/// member of the next group. If a group fails, its members are tried one by one, so that none fails
/// for another's mistake.
///
/// @param <T> a request
/// @param <R> its result
final class GroupCommit<T, R> {
    private static final class Member<T, R> {
        final T item;

        /// Completed with the way to get the result.
        final CompletableFuture<Supplier<R>> turn = new CompletableFuture<>();

        Member(T item) {
            this.item = item;
        }
    }

    private final Duration patience;
    private final int maxGroup;
    private final Function<T, Object> key;
    private final Function<List<T>, List<R>> work;
    private final Queue<Member<T, R>> waiting = new ArrayDeque<>();
    private boolean busy;

    /// @param patience how long a request may wait to be taken into a group
    /// @param key two requests with the same key are never in one group, so that the second sees
    ///   the result of the first
    /// @param work does all of a group or nothing, and returns results in the order of the requests
    GroupCommit(
            Duration patience,
            int maxGroup,
            Function<T, Object> key,
            Function<List<T>, List<R>> work) {
        this.patience = patience;
        this.maxGroup = maxGroup;
        this.key = key;
        this.work = work;
    }

    /// Returns when the work is done.
    ///
    /// @throws TimeoutException when the work was not begun in time; it is not done then
    R submit(T item) throws TimeoutException {
        var member = new Member<T, R>(item);
        if (enter(member)) {
            callNext();
        }
        try {
            return member.turn.get(patience.toMillis(), TimeUnit.MILLISECONDS).get();
        } catch (TimeoutException e) {
            if (leave(member)) {
                throw e;
            }
            return member.turn.join().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("A request was interrupted in its group", e);
        }
    }

    /// @return whether the member was still waiting
    private synchronized boolean leave(Member<T, R> member) {
        return waiting.remove(member);
    }

    /// The number of requests that wait to be taken into a group.
    synchronized int waiting() {
        return waiting.size();
    }

    /// @return whether no group was being served
    private synchronized boolean enter(Member<T, R> member) {
        waiting.add(member);
        boolean idle = !busy;
        busy = true;
        return idle;
    }

    private void callNext() {
        List<Member<T, R>> group = nextGroup();
        if (!group.isEmpty()) {
            group.getFirst().turn.complete(() -> lead(group));
        }
    }

    private synchronized List<Member<T, R>> nextGroup() {
        var group = new ArrayList<Member<T, R>>();
        var keys = new HashSet<Object>();
        while (!waiting.isEmpty()
                && group.size() < maxGroup
                && keys.add(key.apply(waiting.element().item))) {
            group.add(waiting.remove());
        }
        busy = !group.isEmpty();
        return group;
    }

    private R lead(List<Member<T, R>> group) {
        List<R> results = List.of();
        try {
            results = work.apply(group.stream().map(member -> member.item).toList());
            return results.getFirst();
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                throw e;
            }
        } finally {
            callNext();
            tellOthers(group, results);
        }
        return alone(group.getFirst());
    }

    /// Called also after an error, so that no member is left waiting.
    ///
    /// @param results empty after a failure
    private void tellOthers(List<Member<T, R>> group, List<R> results) {
        for (int i = 1; i < group.size(); i++) {
            Member<T, R> other = group.get(i);
            if (results.isEmpty()) {
                other.turn.complete(() -> alone(other));
            } else {
                R result = results.get(i);
                other.turn.complete(() -> result);
            }
        }
    }

    private R alone(Member<T, R> member) {
        return work.apply(List.of(member.item)).getFirst();
    }
}
