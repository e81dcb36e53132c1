package cme.benchmarks.result;

/// One line of the table: what was measured, next to its reference.
///
/// @param measurement the name by which it is asked for
/// @param unit of both, such as `requests/s`
public record Figure(
        String measurement,
        String what,
        String unit,
        Samples ours,
        String reference,
        Samples theirs,
        Aim aim) {

    public Samples ratios() {
        return ours.dividedBy(theirs);
    }

    public double ratio() {
        return ratios().median();
    }

    public Verdict verdict() {
        return aim.verdict(ratio());
    }
}
