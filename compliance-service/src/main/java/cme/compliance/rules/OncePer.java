package cme.compliance.rules;

/// How often an activity may count: on each date, first in a window, or first in the cycle.
public enum OncePer {
    DATE,
    WINDOW,
    CYCLE
}
