package cme.compliance.rules;

/// The id of a rule set, such as `abps-cc-10y`.
public record RuleSetId(String value) implements Comparable<RuleSetId> {

    public RuleSetId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a rule set's id is blank");
        }
    }

    @Override
    public int compareTo(RuleSetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
