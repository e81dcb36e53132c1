package cme.stack.demo;

import cme.stack.client.Api;

import java.util.stream.Stream;

/// The register of the notable people, and what the board did to it: a merge, one that was taken
/// back, an erasure.
///
/// @param board keeps the register of the credit-service
record NotableIdentities(Api board) {

    void enter() {
        if (isKnown(Notable.FEW_CREDITS_LEFT)) {
            return;
        }
        var csv = new StringBuilder("diplomateId,npi,givenName,familyName,birthMonthDay\n");
        Stream.of(Notable.values())
                .map(
                        who ->
                                String.join(
                                        ",",
                                        who.number(),
                                        who.npi(),
                                        who.givenName(),
                                        who.familyName(),
                                        who.birthMonthDay() + "\n"))
                .forEach(csv::append);
        DemoRun.load(board, "/v1/identities/imports", csv.toString());
    }

    private boolean isKnown(Notable who) {
        return board.get(path(who)).expect(200, 404).status() == 200;
    }

    boolean areMerged() {
        return board.get(path(Notable.MERGED) + "/merge").expect(200, 404).status() == 200;
    }

    void merge() {
        merge(Notable.MERGED, Notable.SURVIVOR, "Married, and certified under both names");
        merge(Notable.SEPARATED, Notable.SEPARATED_FROM, "The names looked alike");
        board.post(
                        path(Notable.SEPARATED) + "/merge/withdrawal",
                        "{\"reason\": \"They are two people\"}")
                .expect(200);
    }

    private void merge(Notable who, Notable into, String reason) {
        board.post(
                        path(who) + "/merge",
                        "{\"into\": \"%s\", \"reason\": \"%s\"}".formatted(into.number(), reason))
                .expect(200);
    }

    void erase() {
        var now = board.get(path(Notable.ERASED)).expect(200);
        board.with("If-Match", now.tag())
                .post(path(Notable.ERASED) + "/erasure", "{\"reason\": \"Asked for by letter\"}")
                .expect(200);
    }

    private static String path(Notable who) {
        return "/v1/identities/" + who.number();
    }
}
