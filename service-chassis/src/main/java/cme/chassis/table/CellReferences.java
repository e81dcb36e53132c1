package cme.chassis.table;

/// Looks through the bytes of a sheet for a cell further to the right than any sheet goes: the
/// library makes room for every cell before it.
final class CellReferences {

    /// Excel's last column is XFD.
    private static final int MAX_LETTERS = 3;

    /// The part of ` r="XFD1"` that has been seen.
    private enum Seen {
        NOTHING,
        SPACE,
        NAME,
        EQUALS,
        LETTERS
    }

    private final boolean isOfSheet;
    private Seen seen = Seen.NOTHING;
    private int letters;

    /// @param isOfSheet false for other parts of a workbook, in which nothing is looked for
    CellReferences(boolean isOfSheet) {
        this.isOfSheet = isOfSheet;
    }

    /// True when the next byte makes a reference one to a cell that no sheet has.
    boolean isBeyondSheet(byte next) {
        // Most bytes are like this, and every byte of a workbook comes here.
        boolean isWithin = seen == Seen.NOTHING && next > ' ' && next != ':';
        if (!isOfSheet || isWithin) {
            return false;
        }
        boolean isSpace = next == ' ' || next == '\n' || next == '\t' || next == '\r';
        seen =
                switch (seen) {
                    case NOTHING -> isSpace || next == ':' ? Seen.SPACE : Seen.NOTHING;
                    case SPACE -> next == 'r' ? Seen.NAME : isSpace ? Seen.SPACE : Seen.NOTHING;
                    case NAME -> next == '=' ? Seen.EQUALS : isSpace ? Seen.NAME : Seen.NOTHING;
                    case EQUALS -> {
                        boolean isQuote = next == '"' || next == '\'';
                        yield isQuote ? Seen.LETTERS : isSpace ? Seen.EQUALS : Seen.NOTHING;
                    }
                    case LETTERS -> isLetter(next) ? Seen.LETTERS : Seen.NOTHING;
                };
        if (seen == Seen.LETTERS && isLetter(next)) {
            letters++;
        }
        boolean isDigit = next >= '0' && next <= '9';
        boolean isBeyond = letters > MAX_LETTERS && isDigit || letters > 0 && next == '&';
        if (seen == Seen.NOTHING) {
            letters = 0;
        }
        return isBeyond;
    }

    /// An entity can be any letter, so that it is taken for one too many.
    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '$' || b == '&';
    }
}
