package cme.credit.rosterfile;

import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import cme.credit.roster.StoredRow;

/// The place of a row among all rows of a roster.
public record RowPlace(int posting, int row) {
    /// Before the first row.
    public static final RowPlace START = new RowPlace(0, 0);

    public static RowPlace of(StoredRow row) {
        return new RowPlace(row.posting(), row.view().row());
    }

    /// The page asked for; a cursor that this list did not give out is reported.
    public static PageRequest page(Fields query) {
        PageRequest page = PageRequest.read(query, 2);
        Cursor after = page.after();
        if (after != null && !(isNumber(after.part(0)) && isNumber(after.part(1)))) {
            query.violation(
                    "cursor", "cursor.unknown", "This is not a cursor that this list gave out.");
            return new PageRequest(page.limit(), null);
        }
        return page;
    }

    public static RowPlace after(PageRequest page) {
        Cursor after = page.after();
        return after == null
                ? START
                : new RowPlace(Integer.parseInt(after.part(0)), Integer.parseInt(after.part(1)));
    }

    public Cursor cursor() {
        return Cursor.of(Integer.toString(posting), Integer.toString(row));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,9}");
    }
}
