package cme.benchmarks.stack;

/// Made-up diplomates, whose ids are a prefix and seven digits.
///
/// @param number their ids end with 1 to this
public record Diplomates(String prefix, int number) {
    /// Begins the ids of those with evidence.
    public static final String WITH_EVIDENCE = "B";

    public String id(int which) {
        return "%s%07d".formatted(prefix, which);
    }

    /// The first of them.
    public Diplomates first(int some) {
        return new Diplomates(prefix, some);
    }
}
