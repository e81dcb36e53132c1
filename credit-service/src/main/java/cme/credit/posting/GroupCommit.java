package cme.credit.posting;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/// Lets those who come while others are being served share one transaction afterwards. Whoever
/// comes alone is served at once: nobody waits for others to come.
///
/// The first of a group does the work of all, in its own thread, and then calls the first of the
/// next. A group that fails fails for nobody: each of it is tried alone, so that no one bears what
/// is wrong with another's.
///
/// @param <T> what is asked for
/// @param <R> what comes of it
final class GroupCommit<T, R> {
    private static final class Member<T, R> {
        final T item;

        /// Completed when it is known how its result is had.
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

    /// @param patience how long one may wait to be taken into a group
    /// @param key of those that share it no two are in one group: each sees what came of the one
    ///   before
    /// @param work does all of it or nothing, and answers in the order of the items
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

    /// Answers when it is done.
    ///
    /// @throws TimeoutException when it was not begun in time; then it is not done either
    R submit(T item) throws TimeoutException {
        Member<T, R> member = new Member<>(item);
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
            throw new IllegalStateException("a turn comes, and nobody interrupts a request", e);
        }
    }

    /// @return whether it was not in a group yet
    private synchronized boolean leave(Member<T, R> member) {
        return waiting.remove(member);
    }

    /// How many wait to be taken into a group.
    synchronized int waiting() {
        return waiting.size();
    }

    /// @return whether nobody was at work
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
        List<Member<T, R>> group = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
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

    /// Also after an error, so that nobody is left waiting.
    ///
    /// @param results empty when there are none
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
