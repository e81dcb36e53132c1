package cme.portal.pending;

/// The kinds of things that wait for a decision of the board, each with its page.
enum Kind {
    HELD_ROWS("Held rows", "/held"),
    CORRECTIONS("Proposed corrections", "/corrections"),
    CONTRADICTIONS("Contradictions of merges", "/contradictions"),
    ACTIVITIES("Proposed activities", "/activities?status=PROPOSED");

    private final String label;
    private final String path;

    Kind(String label, String path) {
        this.label = label;
        this.path = path;
    }

    String label() {
        return label;
    }

    String path() {
        return path;
    }
}
