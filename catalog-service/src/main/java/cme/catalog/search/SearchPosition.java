package cme.catalog.search;

import cme.chassis.http.Cursor;

/// The position of an activity in the list. Activities that were found by title or code come first;
/// then approved ones come before proposed ones, and those before retired ones; then the title
/// counts.
record SearchPosition(Tier tier, short statusRank, String titleKey, String code) {

    static final int PARTS = 4;

    /// The text in which the words were found.
    enum Tier {
        TITLE,
        ELSEWHERE
    }

    Cursor cursor() {
        return Cursor.of(tier.name(), Short.toString(statusRank), titleKey, code);
    }

    /// @return true when a list gave out this cursor
    static boolean isPlace(Cursor cursor) {
        String tier = cursor.part(0);
        return (tier.equals(Tier.TITLE.name()) || tier.equals(Tier.ELSEWHERE.name()))
                && cursor.part(1).matches("[1-3]");
    }

    static SearchPosition of(Cursor cursor) {
        return new SearchPosition(
                Tier.valueOf(cursor.part(0)),
                Short.parseShort(cursor.part(1)),
                cursor.part(2),
                cursor.part(3));
    }
}
