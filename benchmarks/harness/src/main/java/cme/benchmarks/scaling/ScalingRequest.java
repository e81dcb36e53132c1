package cme.benchmarks.scaling;

import cme.stack.Ports;
import cme.stack.process.StackFailure;

import java.util.List;

/// The words after `./cme bench scale`.
///
/// @param diplomates the larger of the two sizes; the smaller one is a tenth of it
/// @param fresh whether what an earlier run has loaded is deleted first
record ScalingRequest(int diplomates, Ports ports, boolean fresh) {
    static final int MILLION = 1_000_000;
    static final int STEP = 10;

    /// Fewer say nothing: a tenth of them fits into one batch.
    private static final int FEWEST = 1_000;

    /// @throws StackFailure that says which words there are
    static ScalingRequest of(List<String> words) {
        int diplomates = MILLION;
        Ports ports = Ports.free();
        boolean fresh = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--fresh")) {
                fresh = true;
            } else if (word.equals("--diplomates") && i + 1 < words.size()) {
                diplomates = number(word, words.get(++i));
            } else if (word.equals("--port-base") && i + 1 < words.size()) {
                ports = new Ports(number(word, words.get(++i)));
            } else {
                throw new StackFailure(
                        "scale takes --diplomates N, --fresh and --port-base N, not " + word + ".");
            }
        }
        if (diplomates < FEWEST || diplomates > 9_999_999) {
            throw new StackFailure("--diplomates needs a number from 1,000 to 9,999,999.");
        }
        return new ScalingRequest(diplomates, ports, fresh);
    }

    private static int number(String word, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new StackFailure(word + " needs a number, not " + text + ".");
        }
    }

    /// The two sizes, the smaller one first.
    List<Integer> sizes() {
        return List.of(diplomates / STEP, diplomates);
    }
}
