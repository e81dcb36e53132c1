package cme.credit.posting;

import java.util.List;

/// A posted row, the verdict on it, and what its sender should know about it.
public record JudgedRow(Reading reading, Verdict verdict, List<Notice> notices) {
    public JudgedRow {
        notices = List.copyOf(notices);
    }
}
