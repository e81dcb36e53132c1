package cme.compliance.rules;

import java.util.List;

/// One thing a diplomate has to show again in every due year (domain.md, sections 2 and 3.8). Each
/// kind holds its own numbers and its own rule; the numbers come from the rule set.
public sealed interface Requirement
        permits CreditTotal, PatientSafetyCredits, TracerActivity, ApprovedActivity {

    /// The id of a requirement within its rule set, such as `cme-total`.
    record Id(String value) implements Comparable<Id> {

        public Id {
            if (value.isBlank()) {
                throw new IllegalArgumentException("The id of a requirement is blank");
            }
        }

        @Override
        public int compareTo(Id other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    Id id();

    /// Worded for people, such as `20 patient-safety credits`.
    String title();

    /// The pathway on which it is due.
    Pathway pathway();

    /// Years of the cycle in which it is due, from 1.
    List<Integer> dueYears();

    /// Length of the window that ends on the deadline, in years.
    int lookBackYears();

    /// The amount asked for in each due year.
    Amount required();

    static void check(Id id, List<Integer> dueYears, int lookBackYears, int required) {
        if (dueYears.isEmpty() || lookBackYears < 1 || required < 1) {
            throw new IllegalArgumentException(id + " needs due years, a window and a number");
        }
    }
}
