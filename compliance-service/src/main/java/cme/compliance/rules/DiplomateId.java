package cme.compliance.rules;

/// The board's number of a diplomate; leading zeros matter.
public record DiplomateId(String value) implements Comparable<DiplomateId> {

    public DiplomateId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The id of a diplomate is blank");
        }
    }

    @Override
    public int compareTo(DiplomateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
