package cme.benchmarks;

import cme.benchmarks.measure.CatchingUp;
import cme.benchmarks.measure.Freshness;
import cme.benchmarks.measure.Growth;
import cme.benchmarks.measure.Measurement;
import cme.benchmarks.measure.Posting;
import cme.benchmarks.measure.Recompute;
import cme.benchmarks.measure.RosterUpload;
import cme.benchmarks.measure.StartUp;
import cme.benchmarks.measure.StatusReads;
import cme.benchmarks.measure.WorklistPages;
import cme.stack.Ports;
import cme.stack.process.StackFailure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The measurements to make: the words after `./cme bench`.
///
/// @param names none: everything
record Request(List<String> names, Scale scale, Ports ports) {
    /// These run first, before there is data: a service that was restarted has to get warm again.
    private static final List<Measurement> FIRST = List.of(new StartUp());

    /// These run at 1x, where the tables that the references write can be filled in seconds.
    /// Rosters come before single completions, because the same code records both and takes long to
    /// get warm.
    private static final List<Measurement> SMALL =
            List.of(new RosterUpload(), new Posting(), new CatchingUp(), new Freshness());

    /// Made at 16x.
    private static final List<Measurement> LARGE =
            List.of(new StatusReads(), new WorklistPages(), new Recompute());

    /// @throws StackFailure that lists the names there are, when one is unknown
    static Request of(List<String> words) {
        List<String> names = new ArrayList<>();
        Scale scale = Scale.FULL;
        Ports ports = Ports.free();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--quick")) {
                scale = Scale.QUICK;
            } else if (word.equals("--port-base") && i + 1 < words.size()) {
                ports = new Ports(number(words.get(++i)));
            } else if (known().anyMatch(word::equals)) {
                names.add(word);
            } else {
                throw new StackFailure(
                        "No measurement "
                                + word
                                + "; there are "
                                + known().collect(Collectors.joining(", "))
                                + ".");
            }
        }
        return new Request(List.copyOf(names), scale, ports);
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException _) {
            throw new StackFailure("--port-base needs a number, not " + word + ".");
        }
    }

    private static Stream<String> known() {
        return Stream.concat(
                Stream.of(FIRST, SMALL, LARGE).flatMap(List::stream).map(Measurement::name),
                Stream.of(Growth.NAME));
    }

    boolean isForAll() {
        return names.isEmpty();
    }

    boolean asksFor(String name) {
        return isForAll() || names.contains(name);
    }

    List<Measurement> first() {
        return asked(FIRST);
    }

    List<Measurement> small() {
        return asked(SMALL);
    }

    List<Measurement> large() {
        return asked(LARGE);
    }

    private List<Measurement> asked(List<Measurement> measurements) {
        return measurements.stream().filter(m -> asksFor(m.name())).toList();
    }
}
