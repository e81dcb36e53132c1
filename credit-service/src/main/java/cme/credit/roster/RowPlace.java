package cme.credit.roster;

import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;

/// The position of a row among all rows of a roster.
record RowPlace(int posting, int row) {
    /// Before the first row.
    static final RowPlace START = new RowPlace(0, 0);

    static RowPlace of(RosterRow row) {
        return new RowPlace(row.posting(), row.view().row());
    }

    /// The requested page; a cursor that this list did not give out is reported.
    static PageRequest page(Fields query) {
        return PageRequest.read(
                query, 2, cursor -> isNumber(cursor.part(0)) && isNumber(cursor.part(1)));
    }

    static RowPlace after(PageRequest page) {
        Cursor after = page.after();
        return after == null
                ? START
                : new RowPlace(Integer.parseInt(after.part(0)), Integer.parseInt(after.part(1)));
    }

    Cursor cursor() {
        return Cursor.of(Integer.toString(posting), Integer.toString(row));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,9}");
    }
}
