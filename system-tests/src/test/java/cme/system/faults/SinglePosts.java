package cme.system.faults;

import java.util.List;
import java.util.Random;

/// Posts completions one by one, some of them again.
final class SinglePosts {

    private final String name;
    private final PostingAccount account;
    private final List<Posting> own;
    private final Random random;
    private final Journal journal;
    private int count;

    /// @param own what the client has posted and was answered, alone or in rosters
    SinglePosts(
            String name,
            PostingAccount account,
            List<Posting> own,
            Random random,
            Journal journal) {
        this.name = name;
        this.account = account;
        this.own = own;
        this.random = random;
        this.journal = journal;
    }

    /// @return its id
    String post() {
        var posting =
                new Posting(
                        name + "-s" + ++count,
                        Diplomates.any(random),
                        Content.random(random, account.activities()));
        var answered = posting.answered(send(posting));
        own.add(answered);
        return answered.completion();
    }

    /// The same content under the same name: the answer is the first completion, even if it was
    /// changed since.
    void again() {
        var posting = anyPosting();
        var completion = send(posting);
        if (!completion.equals(posting.completion())) {
            journal.broken("%s posted again became %s", posting, completion);
        }
    }

    /// Other content under the same name: refused, however often it is sent.
    void otherContent() {
        var before = anyPosting();
        var other = new Posting(before.externalId(), before.diplomate(), before.content().other());
        var answer = account.ask(api -> api.post("/v1/completions", other.json().toString()));
        if (answer.status() != 409) {
            journal.broken("%s was answered %d", other, answer.status());
        }
    }

    /// The id of something of one's own; posted now if there is nothing yet.
    String any() {
        return anyPosting().completion();
    }

    private Posting anyPosting() {
        if (own.isEmpty()) {
            post();
        }
        return own.get(random.nextInt(own.size()));
    }

    private String send(Posting posting) {
        var answer = account.ask(api -> api.post("/v1/completions", posting.json().toString()));
        if (answer.status() != 201 && answer.status() != 200) {
            throw new IllegalStateException(
                    "%s was answered %d %s".formatted(posting, answer.status(), answer.body()));
        }
        var completion = answer.at("/id");
        journal.recorded(posting.answered(completion).promised(account.poster()));
        return completion;
    }
}
