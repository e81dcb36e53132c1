package cme.credit.roster;

/// How many rows there were and what became of them.
record Tally(int rows, int recorded, int duplicate, int conflict, int held, int rejected) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Outcome outcome) {
        return switch (outcome) {
            case RECORDED -> new Tally(rows + 1, recorded + 1, duplicate, conflict, held, rejected);
            case DUPLICATE ->
                    new Tally(rows + 1, recorded, duplicate + 1, conflict, held, rejected);
            case CONFLICT -> new Tally(rows + 1, recorded, duplicate, conflict + 1, held, rejected);
            case HELD -> new Tally(rows + 1, recorded, duplicate, conflict, held + 1, rejected);
            case REJECTED -> new Tally(rows + 1, recorded, duplicate, conflict, held, rejected + 1);
        };
    }
}
