package cme.credit.roster;

/// How many rows there were and what became of them.
record Tally(int rows, int recorded, int duplicate, int conflict, int held, int rejected) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Outcome outcome) {
        return plus(outcome, 1);
    }

    Tally plus(Outcome outcome, int more) {
        int all = rows + more;
        return switch (outcome) {
            case RECORDED -> new Tally(all, recorded + more, duplicate, conflict, held, rejected);
            case DUPLICATE -> new Tally(all, recorded, duplicate + more, conflict, held, rejected);
            case CONFLICT -> new Tally(all, recorded, duplicate, conflict + more, held, rejected);
            case HELD -> new Tally(all, recorded, duplicate, conflict, held + more, rejected);
            case REJECTED -> new Tally(all, recorded, duplicate, conflict, held, rejected + more);
        };
    }
}
