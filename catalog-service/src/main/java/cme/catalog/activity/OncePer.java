package cme.catalog.activity;

/// How often an activity may count for one diplomate.
public enum OncePer {
    /// Each date counts: meetings and series.
    DATE,
    /// The first in a window counts: articles and enduring courses.
    WINDOW,
    /// The first in a certification cycle counts.
    CYCLE
}
