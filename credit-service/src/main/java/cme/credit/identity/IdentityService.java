package cme.credit.identity;

import cme.chassis.database.Transactions;
import cme.chassis.http.IfMatch;
import cme.chassis.problem.Violation;
import cme.credit.matching.Claim;
import cme.credit.matching.Questions;
import cme.credit.matching.Questions.Answer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Adds, changes and finds diplomates. Held rows that a change concerns are tried again in the same
/// transaction.
@Singleton
public final class IdentityService {
    private final Transactions transactions;
    private final Identities identities;
    private final IdentityChanges changes;
    private final Clock clock;

    IdentityService(
            Transactions transactions,
            Identities identities,
            IdentityChanges changes,
            Clock clock) {
        this.transactions = transactions;
        this.identities = identities;
        this.changes = changes;
        this.clock = clock;
    }

    Optional<IdentityView> find(String diplomateId) {
        return transactions.call(
                _ -> identities.findByIdOptional(diplomateId).map(Identity::toView));
    }

    /// @param questions of the asker, whose misses the caller spends
    Answer match(Claim claim, Questions questions) {
        return transactions.call(
                handle -> {
                    Answer answer = questions.ask(questions.prepare(handle, List.of(claim)), claim);
                    questions.write(handle);
                    return answer;
                });
    }

    /// Adds the diplomate, or changes the revision that the caller has seen.
    ///
    /// @param insistence why this is nobody else who looks alike; null when the board does not
    ///   insist
    IdentityOutcome put(
            String diplomateId,
            IdentityRequest request,
            IfMatch seen,
            @Nullable String insistence,
            String by) {
        return transactions.call(
                handle -> {
                    IdentityLock.forChanging(handle);
                    Instant now = clock.instant();
                    Identity known = identities.findById(diplomateId);
                    IdentityView before = known == null ? null : known.toView();
                    if (before != null && before.isDescribedBy(request)) {
                        return new IdentityOutcome.Unchanged(before);
                    }
                    if (before == null) {
                        seen.requireNoneOf("diplomate " + diplomateId);
                    } else if (!seen.matches(before.revision())) {
                        return new IdentityOutcome.Stale(before.revision());
                    }
                    if (known != null && known.isErased() && insistence == null) {
                        return new IdentityOutcome.Erased();
                    }
                    List<Violation> alike =
                            insistence == null
                                    ? LookAlikes.of(handle, request, diplomateId, before)
                                    : List.of();
                    if (!alike.isEmpty()) {
                        return new IdentityOutcome.LooksAlike(alike);
                    }
                    if (known == null) {
                        var added = new Identity(diplomateId, request, insistence, now, by);
                        identities.persist(added);
                        return new IdentityOutcome.Added(
                                record(handle, added, Stream.of(added.npi()), now, by));
                    }
                    Stream<String> npis = Stream.of(known.npi(), request.npi());
                    known.describe(request, insistence, now, by);
                    return new IdentityOutcome.Changed(record(handle, known, npis, now, by));
                });
    }

    private IdentityView record(
            Handle transaction, Identity identity, Stream<String> npis, Instant now, String by) {
        identities.flush();
        IdentityView view = identity.toView();
        changes.log(transaction, List.of(view), by);
        changes.tell(transaction, List.of(view.diplomateId()), npis, now, by);
        return view;
    }

    /// Records everything of these diplomates under the number that remains from now on, which may
    /// be one of theirs. Held rows that name the person are tried again.
    ///
    /// @return how many held rows have found their diplomate
    public int redirect(
            Handle transaction,
            Collection<String> diplomateIds,
            String remaining,
            Instant at,
            String by) {
        List<Identity> changed = identities.list("diplomateId in ?1", diplomateIds);
        changed.forEach(identity -> identity.redirect(remaining, at, by));
        identities.flush();
        List<IdentityView> views = changed.stream().map(Identity::toView).toList();
        changes.log(transaction, views, by);
        changes.logMerged(transaction, views, by);
        List<Identity> person = identities.ofPerson(remaining);
        return changes.tell(
                transaction,
                person.stream().map(Identity::diplomateId).toList(),
                person.stream().map(Identity::npi),
                at,
                by);
    }
}
