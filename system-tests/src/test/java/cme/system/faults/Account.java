package cme.system.faults;

import cme.stack.client.Answer;
import cme.stack.client.Api;

import java.util.List;
import java.util.function.Function;

/// In whose name a client posts.
///
/// @param poster `BOARD`, or `PROVIDER:` and a code, as the ledger keeps it
/// @param activities that it may report
record Account(String poster, List<String> activities, Line line) {

    static Account of(String society, Plant plant, Journal journal) {
        var tokens = plant.stack().tokens();
        var apis =
                plant.credit().stream()
                        .map(one -> Plant.api(one, () -> tokens.society(society)))
                        .toList();
        return new Account("PROVIDER:" + society, Courses.of(society), new Line(apis, journal));
    }

    static Account ofBoard(Plant plant, Journal journal) {
        var apis = plant.credit().stream().map(plant::board).toList();
        return new Account("BOARD", Courses.all(), new Line(apis, journal));
    }

    /// The same in whose name, another client.
    Account another(Plant plant, Journal journal) {
        return poster.equals("BOARD")
                ? ofBoard(plant, journal)
                : of(poster.substring("PROVIDER:".length()), plant, journal);
    }

    Answer ask(Function<Api, Answer> request) {
        return line.ask(request);
    }
}
