package cme.catalog.search;

import cme.chassis.http.Cursor;

/// Where a found activity stands in the list: those found by title or code before the others, what
/// is approved before what is proposed before what is retired, then by title.
record Place(Tier tier, short statusRank, String titleKey, String code) {

    static final int PARTS = 4;

    /// What the words were found in.
    enum Tier {
        TITLE,
        ELSEWHERE
    }

    Cursor cursor() {
        return Cursor.of(tier.name(), Short.toString(statusRank), titleKey, code);
    }

    /// @return whether the cursor is one that a list gave out
    static boolean isPlace(Cursor cursor) {
        var tier = cursor.part(0);
        return (tier.equals(Tier.TITLE.name()) || tier.equals(Tier.ELSEWHERE.name()))
                && cursor.part(1).matches("[1-3]");
    }

    static Place of(Cursor cursor) {
        return new Place(
                Tier.valueOf(cursor.part(0)),
                Short.parseShort(cursor.part(1)),
                cursor.part(2),
                cursor.part(3));
    }
}
