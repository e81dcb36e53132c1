package cme.compliance.rules;

/// The catalog's code of an activity.
public record ActivityCode(String value) implements Comparable<ActivityCode> {

    public ActivityCode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an activity's code is blank");
        }
    }

    @Override
    public int compareTo(ActivityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
