package cme.compliance.rules;

import java.util.List;

/// One thing a diplomate has to show again in every due year. Each kind holds its own numbers and
/// its own rule.
public sealed interface Requirement
        permits CreditTotal, PatientSafetyCredits, TracerActivity, ApprovedActivity {

    Id id();

    /// As a person would say it, such as `20 patient-safety credits`.
    String title();

    /// Whom it binds.
    Pathway pathway();

    /// Years of the cycle in which it is due, from 1.
    List<Integer> dueYears();

    /// Length of the window that ends on the deadline, in years.
    int lookBackYears();

    /// What is asked for in each due year.
    Amount required();

    static void check(Id id, List<Integer> dueYears, int lookBackYears, int required) {
        if (dueYears.isEmpty() || lookBackYears < 1 || required < 1) {
            throw new IllegalArgumentException(id + " needs due years, a window and a number");
        }
    }
}
