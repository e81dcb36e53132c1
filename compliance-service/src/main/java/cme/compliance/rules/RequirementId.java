package cme.compliance.rules;

/// The id of a requirement within its rule set, such as `cme-total`.
public record RequirementId(String value) implements Comparable<RequirementId> {

    public RequirementId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a requirement's id is blank");
        }
    }

    @Override
    public int compareTo(RequirementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
