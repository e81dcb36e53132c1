package cme.stack.demo;

import cme.stack.LocalStack;
import cme.stack.client.Api;
import cme.stack.service.Service;

/// Enters the notable people, once: what they need lies around the day on which it is entered, and
/// stays as it is when the demo runs again.
record NotableRun(LocalStack stack, DemoDays days) {

    void run() {
        var asps = society(Service.CREDIT, "ASPS");
        var last = "/v1/rosters?externalId=" + NotableMending.LAST_ROSTER;
        if (!asps.get(last).expect(200).body().path("items").isEmpty()) {
            return;
        }
        var board = board(Service.CREDIT);
        var identities = new NotableIdentities(board);
        identities.enter();
        if (!identities.areMerged()) {
            catalog().offer();
            new NotableRecords(board(Service.COMPLIANCE), days).enter();
            deeds(asps);
        }
        identities.merge();
        identities.erase();
        new NotableCorrections(board, asps, days).make();
        new NotableMending(board, asps, society(Service.CREDIT, "ASAPS"), days).post();
    }

    /// These are recorded when everything else has arrived, so that the history tells them apart.
    void finish() {
        catalog().approveAfterwards();
    }

    private NotableCatalog catalog() {
        return new NotableCatalog(
                board(Service.CATALOG),
                society(Service.CATALOG, "ASPS"),
                society(Service.CATALOG, "ASAPS"),
                days);
    }

    private void deeds(Api asps) {
        var deeds = new NotableDeeds(days);
        RosterPosting.post(asps, "ASPS-NOTABLE", NotableRow.csv(deeds.ofAsps()));
        RosterPosting.post(
                society(Service.CREDIT, "ASAPS"), "ASAPS-NOTABLE", NotableRow.csv(deeds.ofAsaps()));
        RosterPosting.post(
                society(Service.CREDIT, "IHI"), "IHI-NOTABLE", NotableRow.csv(deeds.ofIhi()));
        RosterPosting.post(
                board(Service.CREDIT), "BOARD-NOTABLE", NotableRow.csv(deeds.ofTheBoard()));
    }

    private Api board(Service service) {
        return new Api(stack.service(service).baseUrl(), stack.tokens()::board);
    }

    private Api society(Service service, String provider) {
        return new Api(stack.service(service).baseUrl(), () -> stack.tokens().society(provider));
    }
}
