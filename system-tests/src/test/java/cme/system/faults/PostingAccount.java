package cme.system.faults;

import cme.stack.client.Answer;
import cme.stack.client.Api;

import java.util.List;
import java.util.function.Function;

/// The party in whose name a client posts.
///
/// @param poster `BOARD`, or `PROVIDER:` and a code, as the ledger keeps it
/// @param activities that it may report
record PostingAccount(String poster, List<String> activities, RetryingApi line) {

    static PostingAccount of(String society, FaultSystem plant, Journal journal) {
        var tokens = plant.stack().tokens();
        var apis =
                plant.credit().stream()
                        .map(one -> FaultSystem.api(one, () -> tokens.society(society)))
                        .toList();
        return new PostingAccount(
                "PROVIDER:" + society, Courses.of(society), new RetryingApi(apis, journal));
    }

    static PostingAccount ofBoard(FaultSystem plant, Journal journal) {
        var apis = plant.credit().stream().map(plant::board).toList();
        return new PostingAccount("BOARD", Courses.all(), new RetryingApi(apis, journal));
    }

    /// The same in whose name, another client.
    PostingAccount another(FaultSystem plant, Journal journal) {
        return poster.equals("BOARD")
                ? ofBoard(plant, journal)
                : of(poster.substring("PROVIDER:".length()), plant, journal);
    }

    Answer ask(Function<Api, Answer> request) {
        return line.ask(request);
    }
}
