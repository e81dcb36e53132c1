package cme.compliance.rules;

/// The ledger's id of a completion, the same over all its revisions.
public record CompletionId(String value) implements Comparable<CompletionId> {

    public CompletionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a completion's id is blank");
        }
    }

    @Override
    public int compareTo(CompletionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
